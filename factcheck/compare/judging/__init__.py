"""What kind of change an edit is, and how much it weighs.

`kinds` answers; it asks `rules`, each of which stands in the room of what it is about: `names`, `events`, `figures`,
`wording` and `speech`. All of them read a `row`; `page` knows what is no text; `lists` judges other languages.
"""
