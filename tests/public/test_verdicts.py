from __future__ import annotations

import re

import pytest

from factcheck.articles.models import Outlet
from factcheck.articles.versions.record_comparisons import record_in_stories
from factcheck.claims.models import Claim
from factcheck.verdicts.models import Rating, Verdict
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.factories import ClaimFactory, VerdictFactory
from tests.public.reading import PAGE, text_of

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_verdict_page_says_all_that_a_reader_needs(published, client):
    text = text_of(client.get(PAGE))

    for said in (
        "The harbour will be closed.",
        "Made by four people with knowledge of the talks , 14 February 2019, in The Original",
        "False The harbour master denies it under her name.",
        "“False” means: The claim is not accurate.",
        "The plans are somebody’s plans.",
        "For the claim 1 story · 4 anonymous people",
        "Against the claim 1 story · 1 named source",
        "4 people, not named, not on the record",
        "named person, on the record direct speech",
        'Nobody is closing anything ," said Anna Brandt, the harbour master, by telephone.',
        "Also in The Reprint , word for word",
        "Left out by The Reprint",
        "Minutes of the council No closure is on the agenda. Archived copy",
        f"Written by {published.author.first_name}",
        f"Reviewed by {published.reviewer.first_name}",
        "the corrections policy",
        "Report an error",
    ):
        assert said.replace(" ,", ",") in text.replace(" ,", ",")


def test_a_verdict_page_takes_at_most_six_queries(corrected, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(PAGE)


def test_a_draft_is_not_public(draft, client):
    response = client.get(PAGE)

    assert response.status_code == 404


@pytest.mark.parametrize("address", ["/", PAGE, "/claims/", "/claims/the-harbour-will-be-closed/", "/claimreview.json"])
def test_the_working_text_of_a_published_verdict_does_not_leak(address, published, client):
    Verdict.objects.update(conclusion="Unreviewed words.", rating=Rating.objects.get(slug="true"), status="draft")
    Claim.objects.filter(pk=published.claim_id).update(created_by=published.author)

    page = client.get(address).content.decode()

    assert "Unreviewed" not in page
    assert "True" not in page


def test_what_a_page_quotes_stays_as_it_was_published(published, client):
    source = published.claim.positions.last().statement.source
    source.name, source.slug = "Somebody Else", "somebody-else"
    source.save()

    response = client.get(PAGE)

    assert "Anna Brandt" in text_of(response)
    assert "Somebody Else" not in text_of(response)
    assert "/sources/anna-brandt/" not in response.content.decode()


def test_a_correction_is_said_above_the_verdict_and_told_below_it_with_the_old_text_one_click_away(corrected, client):
    page = client.get(PAGE).content.decode().partition("<main")[2]

    balance = page.index("<h2>Who")
    line, note = page.index('<a href="#changed">'), page.index('id="changed"')
    assert page.index("<b>Corrected</b>") < line < page.index("<h1>")
    assert page.index('class="lead"') < note < page.index("The harbour master spoke by telephone") < balance
    assert note < page.index(f"{PAGE}revisions/1/") < balance
    assert note < page.index(f"{PAGE}revisions/2/changes/") < balance


def test_of_many_changes_the_latest_is_told_and_the_earlier_ones_are_folded(corrected, release, client):
    release(corrected, kind="updated", note="The minutes are out.", conclusion="The minutes deny it too.")

    page = client.get(PAGE).content.decode().partition("<main")[2]

    assert page.index("The minutes are out.") < page.index("<summary>Earlier changes</summary>")
    assert page.index("<summary>Earlier changes</summary>") < page.index("The harbour master spoke by telephone")
    assert page.count("<details") == page.count("</details>")


def test_a_verdict_draws_who_stands_on_each_side_with_the_paper_that_left_the_denial_out(published, client):
    text = text_of(client.get(PAGE))

    balance = text[text.index("Who says so, and who denies it") : text.index("Why")]
    assert "For the claim · 1 story in 2 papers four people with knowledge of the talks 4 people, not named" in balance
    assert "The Original, 14 February 2019 · also in The Reprint, word for word" in balance
    assert "Nothing against the claim stands in The Reprint." in balance
    assert "Against the claim · 1 story in 1 paper Anna Brandt named person, on the record" in balance
    assert "“Nobody is closing anything” Left out by The Reprint · The Original, 14 February 2019" in balance


def test_readers_are_never_shown_the_name_of_an_unknown_paper(draft, without_checks, release, client):
    Outlet.objects.filter(name="The Reprint").update(name=Outlet.UNKNOWN)
    release(draft)

    for address in (
        PAGE,
        "/claims/the-harbour-will-be-closed/",
        "/stories/harbour-to-close/",
        "/claimreview.json",
        "/",
    ):
        assert Outlet.UNKNOWN not in client.get(address).content.decode(), address
    assert "also in a paper not known, word for word" in text_of(client.get(PAGE))


def test_an_earlier_text_stays_whole_and_leads_to_the_present_one(corrected, client):
    response = client.get(f"{PAGE}revisions/1/")

    page, text = response.content.decode(), text_of(response)
    assert "The harbour master denies it under her name." in text
    assert "An earlier text" in text
    assert f'href="{PAGE}"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="http://localhost:8000{PAGE}">' in page
    assert "ld+json" not in page


def test_the_present_revision_says_that_it_stands(corrected, client):
    assert "This text stands" in text_of(client.get(f"{PAGE}revisions/2/"))


def test_an_earlier_text_takes_at_most_six_queries(corrected, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(f"{PAGE}revisions/1/")


def test_what_a_correction_changed_is_shown_word_by_word(corrected, client):
    page = client.get(f"{PAGE}revisions/2/changes/").content.decode()

    assert "<del>under her name</del> <ins>by telephone</ins>" in page
    assert "ld+json" not in page


def test_a_retracted_verdict_says_so_first_and_no_longer_claims_anything(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    response = client.get(PAGE)

    page, text = response.content.decode(), text_of(response)
    assert text.index("Retracted The desk retracted its verdict") < text.index("The claim The harbour will be closed.")
    assert "The minutes were forged." in text
    assert "The harbour master denies it" not in text
    assert "ClaimReview" not in page
    assert f'href="{PAGE}revisions/2/"' in page


def test_the_retracted_text_stays_readable(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    text = text_of(client.get(f"{PAGE}revisions/2/"))

    assert "The text that was retracted" in text
    assert "The harbour master denies it under her name." in text
    earlier = text_of(client.get(f"{PAGE}revisions/1/"))
    assert "What was retracted, and why" in earlier
    assert "What changed then" not in earlier


def test_words_of_others_cannot_become_markup(draft, release, client):
    denial = draft.claim.positions.last().statement
    denial.source.name = denial.source.role = denial.article.headline = denial.article.outlet.name = ATTACK
    denial.article.url = "javascript:alert(1)"
    for row in (denial.source, denial.article, denial.article.outlet):
        row.save()
    Claim.objects.filter(pk=draft.claim_id).update(text=ATTACK)
    release(draft, conclusion=ATTACK, reasoning=f"{ATTACK} [x](javascript:alert(1))")
    release(draft, kind="corrected", note=ATTACK, conclusion=f"{ATTACK}!")

    addresses = [PAGE, f"{PAGE}revisions/1/", f"{PAGE}revisions/2/changes/", "/", "/claims/", "/corrections/"]
    addresses += ["/claims/the-harbour-will-be-closed/", "/stories/harbour-to-close/", "/sources/anna-brandt/"]
    for address in addresses:
        page = client.get(address).content.decode()
        assert "<script>" not in page, address
        assert "<img" not in page, address
        assert 'href="javascript' not in page, address
        assert page.count("</script>") == page.count("<script type="), address


def test_the_front_page_lists_the_latest_verdicts_first(published, release, client):
    release(VerdictFactory(claim=ClaimFactory(text="The bridge is safe."), conclusion="It was closed."))

    text = text_of(client.get("/"))

    assert "False The bridge is safe. It was closed. Published" in text
    assert text.index("The bridge is safe.") < text.index("The harbour will be closed.")


def test_the_front_page_marks_what_was_corrected_and_hides_what_was_retracted(corrected, release, reviewer, client):
    release(corrected, kind="updated", note="A new date.", conclusion="She denies it again.")
    withdrawn = release(VerdictFactory(claim=ClaimFactory(text="The bridge is safe."), conclusion="It was closed."))
    retract_urgently(withdrawn, reviewer=reviewer, note="The inspection was of another bridge.")

    text = text_of(client.get("/"))

    assert "· corrected before" in text
    assert "Retracted The bridge is safe. Retracted" in text
    assert "It was closed." not in text


def test_the_front_page_shows_how_contested_claims_stand(claim, client):
    text = text_of(client.get("/"))

    assert "Contested, no verdict yet The harbour will be closed." in text
    assert "For 4 anonymous people, 1 story in 2 papers Against 1 named source, 1 story in 1 paper" in text
    assert "Denial missing in The Reprint" in text


def test_the_front_page_tells_of_each_verdict_who_stands_where_and_which_paper_lacks_the_denial(published, client):
    text = text_of(client.get("/"))

    assert "For 4 anonymous people, 1 story in 2 papers Against 1 named source, 1 story in 1 paper" in text
    assert "Denial missing in The Reprint" in text


def test_the_front_page_explains_what_counts_by_the_newest_story_that_a_paper_shortened(draft, story, release, client):
    without = client.get("/").content.decode()
    record_in_stories([story.pk])
    release(draft)

    page = client.get("/").content.decode()

    assert "A reprint is not a second source." in without
    assert 'class="strips"' not in without
    assert "denial by Anna Brandt: left out" in page
    [line] = re.findall(r'<figure class="strips miniature">.*?</figure>', page, re.DOTALL)
    assert 'aria-label="The Reprint, reprint, 15 February 2019: sentences: ' in line
    assert "left-out" in line


def test_the_front_page_takes_few_queries_however_much_it_lists(
    published, release, client, django_assert_max_num_queries
):
    for _ in range(3):
        release(VerdictFactory())

    with django_assert_max_num_queries(6):
        client.get("/")


def test_an_empty_site_says_what_will_stand_there(db, client):
    assert "No verdict has been published yet." in text_of(client.get("/"))
    assert "No published verdict has been changed." in text_of(client.get("/corrections/"))
    assert "No claim is contested, and no verdict is published." in text_of(client.get("/claims/"))


def test_older_verdicts_stand_on_further_pages(release, client, db):
    for number in range(21):
        release(VerdictFactory(claim=ClaimFactory(text=f"Claim {number}.")))

    page = client.get("/?page=2").content.decode()

    assert "Claim 0." in page
    assert "Claim 1." not in page
    assert '<link rel="canonical" href="http://localhost:8000/?page=2">' in page


def test_the_corrections_log_lists_every_change_with_its_kind(corrected, client):
    text = text_of(client.get("/corrections/"))

    assert "Corrected" in text
    assert "The harbour master spoke by telephone, not in writing." in text


def test_the_method_names_the_ratings_and_where_to_report_errors(db, client, settings):
    settings.SITE_EMAIL = "errors@desk.example"

    method, complaints = client.get("/methodology/"), client.get("/about/complaints/")

    assert "False The claim is not accurate." in text_of(method)
    assert 'href="/about/complaints/"' in method.content.decode()
    assert 'href="mailto:errors@desk.example"' in complaints.content.decode()


def test_a_verdict_page_leads_to_a_form_that_names_it(published, client):
    page = client.get(PAGE).content.decode()

    assert f'href="/report/?page={PAGE}"' in page


def test_a_quotation_put_into_the_reasoning_is_shown_with_its_source_and_paper(claim, release, client):
    verdict = VerdictFactory(
        claim=claim,
        reasoning="It was denied:\n\n[[statement:{}]]".format(claim.positions.get(stance="denies").statement.pk),
    )
    release(verdict)

    page = client.get(verdict.get_absolute_url()).content.decode()

    why = page[page.index("<h2>Why</h2>") : page.index("What was said")]
    assert "[[statement:" not in page
    assert "Nobody is closing anything" in why
    assert "Anna Brandt" in why
    assert "The Original" in why
