"""What a site says of itself until its administrators say it in their own words. Markdown."""

ABOUT = """\
This desk checks claims that are in the news. It reads what papers published, marks who said what in the very words of
the article, and puts what speaks for a claim beside what speaks against it.

### What it looks for

- Who says it: by name, or not; how many people; on the record, or not.
- Where it comes from: a reprint is not a second source, and is never counted as one.
- What is missing: a denial that the first version carries and a reprint leaves out is shown as such.

### Who answers for it

An editor writes a verdict, and another person approves it. Both stand below it. Whatever is changed after publication
is said at the top of the page, and the text before stays readable.
"""

METHODOLOGY = """\
The desk checks claims: single sentences that published statements are for or against. It reads what outlets published,
marks who said what in the very words of the article, and puts the statements for a claim beside those against it.

Sources are counted by story, never by article. A reprint is not a second source: the same reporting in two papers is
one story. People whom a story does not name count as the number it gives: “four people” are four, in however many
papers they appear. Each statement says how it is sourced: by name or not, on the record or not, as direct or indirect
speech.

What a reprint leaves out matters. Where a story was published more than once, each of its statements is looked for in
every version, and the page says which carry it, which reword it and which leave it out.

An editor writes the verdict and says what it rests on. A second person, who was not the last to change the text, reads
it against the evidence and publishes it. Nobody publishes their own words. For some verdicts another editor rates the
claim as well, by the statements and the evidence alone; a rating that differs is settled before anything is published.

Pages show the sentence around each statement and lead to the publisher, so that anyone can check.
"""

CORRECTIONS = """\
A published text never changes silently. Every change is a new revision with a note that says what changed and why, and
stands on the verdict and in the [list of corrections](/corrections/). The text before stays readable, with the changed
words marked.

- **Updated**: something new is known.
- **Clarified**: the text could be misread; the facts were right.
- **Corrected**: something was wrong.
- **Retracted**: the verdict no longer stands. Its page stays, says so first, and keeps the withdrawn text. Two people
  decide it, or one where it is urgent; the page says so.
"""
