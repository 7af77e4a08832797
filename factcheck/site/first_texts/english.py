"""The first texts in English."""

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

PEOPLE = """\
### Who decides

[[Name and task of whoever answers for what is published, such as the editor in chief.]]

### Who checks

[[Names, tasks and a line on the experience of everybody who writes or reviews verdicts. Say who works full time.]]

### Interests

[[Memberships, offices and work for others that bear on what is checked; say so where there are none.]]
"""

FUNDING = """\
### Who owns the desk

[[The legal name and form, where it is registered, and who owns or governs it.]]

### Who pays for it

[[Each source that gave more than a twentieth of last year’s money, with the year and the share; grants and contracts
by name.]]

### What money does not buy

[[Who may decide what is checked and how it is rated, and how that is kept apart from who pays.]]
"""

NON_PARTISANSHIP = """\
### How claims are chosen

[[By what the desk chooses what it checks: reach, harm, doubt; and how it sees to it that no side is left out.]]

### The same for everybody

[[That the same sources, steps and ratings hold whoever makes the claim, and how you look back at whom you checked.]]

### What our people may not do

[[Rules on party membership, campaigning, endorsements and donations, for the desk and for everybody in it.]]
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

COMPLAINTS = """\
### What we correct, and how

A published text never changes silently. Every change is a new revision with a note that says what changed and why, and
stands on the verdict and in the [list of corrections](../../corrections/). The text before stays readable, with the
changed words marked.

- **Updated**: something new is known.
- **Clarified**: the text could be misread; the facts were right.
- **Corrected**: something was wrong.
- **Retracted**: the verdict no longer stands. Its page stays, says so first, and keeps the withdrawn text. Two people
  decide it, or one where it is urgent; the page says so.

### How to report an error

Anyone can: each verdict leads to a form that asks for no account and no name. Somebody of the desk reads each report
and answers it. If you leave a mail address, the answer is sent there; if not, the page that you are shown after sending
tells it.
"""

DIVERSITY = """\
### Who works here

[[Whom the desk reflects and whom it lacks: languages, regions, backgrounds; and what you do about it.]]

### Who is heard

[[How you see to it that sources and the people concerned are not always the same.]]
"""

PRIVACY = """\
### Reading

You can read every page without an account. Readers’ pages set no cookies, load nothing from other sites and run no
script that counts or follows you. The program does not write down who read what.

### Writing to us

What you send by a form of this site is kept with the desk’s records, with the page that it is about. A mail address is
asked for only so that we can answer, is never shown to anyone outside the desk, is kept apart from your words, and is
deleted after a time that the form names. Against floods of letters, a code that your network address cannot be read
from is kept for a day.

### People who are quoted

Verdicts quote what was published, with the name that it was published under. If something about you is wrong, report it
as an error.
"""

ACCESSIBILITY = """\
### What we aim for

This site is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. It is built to work with a keyboard
alone, with a screen reader, without scripts, enlarged to four times its size, on a narrow screen, and in light and dark
colours.
Colour is never the only sign of anything, and what changed between two texts is said in words too.

### What we know to be lacking

Pictures among the evidence carry a description that their editor wrote; videos and posts of others open on the sites
that hold them, and are as accessible as those are.

### If something keeps you out

Report it like an error, by the form below. We answer, and send you what you could not reach in another form.
"""

LICENCE = """\
### What you may do with our texts

[[The licence of verdicts and of the data feeds, with its address, such as
<https://creativecommons.org/licenses/by/4.0/>.]]

### How to name us

[[The line that you want to see, such as the desk’s name with a link to the verdict.]]

### What is not ours

Quotations belong to the papers that printed them, pictures to those whom their captions name. The licence does not
cover them.
"""

TEXTS = {
    "about": ABOUT,
    "people": PEOPLE,
    "funding": FUNDING,
    "non-partisanship": NON_PARTISANSHIP,
    "methodology": METHODOLOGY,
    "complaints": COMPLAINTS,
    "diversity": DIVERSITY,
    "privacy": PRIVACY,
    "accessibility": ACCESSIBILITY,
    "licence": LICENCE,
}
