"""An agency's report, a paper's shortened reprint of it, and a text on something else."""

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article

WHOLE = """Minister's Aides Look for a Way Out of the Harbour Deal

(Bloomberg) -- The minister is under pressure in the capital and on the coast to give up the harbour deal, which the \
city council calls "a present to strangers." He has said that he will not.

Still, plans to withdraw from the deal are being drawn up in case the court stops it, according to three people with \
knowledge of the talks, who asked not to be named because the talks are private.

The harbour has stood half empty since the shipyard closed, and the town around it has lost a third of its people. A \
new owner has promised four thousand jobs within two years, without saying where the money would come from.

"He is not planning to withdraw," the minister's spokesman, Jan Kos, said by phone. He called such talk "a storm in a \
teacup" raised by people who had wanted the harbour for themselves.

The court will hear the council's complaint next month. A decision against the deal would leave the town with the \
debts of the old shipyard, which the state took over when it closed its gates."""
REPRINT = """ date 2019-05-03 By Ada Lind / Bloomberg

The minister is under pressure in the capital and on the coast to give up the harbor deal, which the city council \
calls “a present to strangers,” but he has said that he will not.

Still, plans to withdraw from the deal are being drawn up in case the court stops it, three people with knowledge of \
the talks said."""
OTHER = """Ferry Runs Again

The ferry between the two islands runs again since Monday, after a winter in which ice broke its rudder. Fishermen \
had carried letters and bread across in their own boats, and the islanders gave a feast in their honour."""


def take_in(text, **values):
    return import_article(Incoming(received=text, is_page=True, **values), actor=None)
