from factcheck.compare.attributions import find_attributions


def told(text):
    """Who, by which word, said what: as words."""
    found = find_attributions(text)
    return [(one.source and one.source.of(text), one.cue and one.cue.of(text), one.content.of(text)) for one in found]
