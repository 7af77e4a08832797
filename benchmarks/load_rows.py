"""Gives each of many editors an account, an open session and a draft of their own, on a site that holds verdicts.

python -m benchmarks.load_rows 200     tells as JSON the session's key and the draft's address of each editor
python -m benchmarks.load_rows         tells the reasoning of each of these drafts as it is stored
"""

from __future__ import annotations

import json
import logging
import sys

import django


def main() -> None:
    django.setup()
    logging.disable(logging.INFO)
    json.dump([editor(number) for number in range(int(sys.argv[1]))] if sys.argv[1:] else stored(), sys.stdout)


def stored() -> dict[str, str]:
    from factcheck.verdicts.models import Verdict

    return dict(Verdict.objects.filter(slug__startswith="pier-").values_list("slug", "reasoning"))


def editor(number: int) -> dict[str, str]:
    from django.conf import settings
    from django.contrib.auth.models import Group, User
    from django.test import Client

    from factcheck.claims.models import Claim
    from factcheck.verdicts.draft_verdict import begin

    person = User.objects.create(username=f"editor-{number}", first_name=f"Editor {number}")
    person.groups.add(Group.objects.get(name="Editors"))
    claim = Claim.objects.create(text=f"Pier {number} is safe.", slug=f"pier-{number}")
    draft = begin(claim, author=person)
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"session": session, "draft": f"/desk/verdicts/{draft.slug}/"}


if __name__ == "__main__":
    main()
