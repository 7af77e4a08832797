"""Checks what deploy/ holds, as far as this machine can, and says how far: python -m scripts.deploy

Without any tool: every command that a unit, a container or a pod runs is one of ours and takes these words, every path
that is copied or served is there. With systemd-analyze, nginx and kubectl: each verifies its own, and nginx is started
before a site that does not answer.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts import nginx

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
PYTHON = "/srv/factcheck/.venv/bin/python"


def main() -> None:
    faults = [*of_readme(), *of_commands(), *of_units(), *of_nginx(), *of_containers(), *of_kustomize()]
    if faults:
        sys.exit("\n".join(faults))


def say(told: str) -> None:
    print(f"deploy: {told}")


def of_readme() -> Iterator[str]:
    """Whether what README has an operator type names what is there."""
    told = (ROOT / "README.md").read_text().partition("\n## Running it")[2].partition("\n## ")[0]
    for path in re.findall(r"\b(?:deploy|requirements)/[\w./-]*\w", told):
        if not (ROOT / path).exists():
            yield f"README names {path}, which is not there"
    [enabled] = re.findall(r"systemctl enable --now (.+)", told)
    for unit in [name for word in enabled.split() for name in in_full(word)]:
        if not (DEPLOY / "systemd" / (unit if "." in unit else f"{unit}.service")).exists():
            yield f"README enables {unit}, which is not there"
    [packages] = re.findall(r"apt-get install --yes (.+)", told)
    apt = shutil.which("apt-cache")
    if apt and (unknown := [name for name in packages.split() if run(apt, "show", name).returncode]):
        yield f"README installs {', '.join(unknown)}, which apt does not know"
    looked_up = "are known to apt" if apt else "were not looked up"
    say(f"README's lines were read, not carried out; its packages {looked_up}")


def in_full(word: str) -> list[str]:
    """`one-{a,b}.timer` as the shell reads it."""
    before, _, rest = word.partition("{")
    choices, _, after = rest.partition("}")
    return [f"{before}{choice}{after}" for choice in choices.split(",")]


def of_commands() -> Iterator[str]:
    """Whatever is started there, started with words that it knows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    import django  # noqa: PLC0415 - settings are named first
    from django.core.management import CommandError, get_commands, load_command_class  # noqa: PLC0415

    django.setup()
    known, started = get_commands(), [*commands_of_units(), *commands_of_containers(), *commands_of_pods()]
    for place, words in started:
        try:
            command = load_command_class(known[words[0]], words[0])
            command.create_parser("manage.py", words[0]).parse_args(words[1:])
        except (KeyError, CommandError) as fault:
            yield f"{place}: manage.py {' '.join(words)} cannot be run: {fault}"
    say(f"{len(started)} command lines are known to manage.py")


def commands_of_units() -> Iterator[tuple[str, list[str]]]:
    for unit in sorted(DEPLOY.glob("systemd/*.service")):
        for line in re.findall(rf"^ExecStart={PYTHON} manage\.py (.+)$", unit.read_text(), re.MULTILINE):
            yield unit.name, line.split()


def commands_of_containers() -> Iterator[tuple[str, list[str]]]:
    [words] = re.findall(r"^CMD (.+)$", (DEPLOY / "container" / "Containerfile").read_text(), re.MULTILINE)
    yield "Containerfile", yaml.safe_load(words)
    for name, service in compose()["services"].items():
        if "build" in service and "command" in service:
            yield f"compose.yaml, {name}", service["command"]


def commands_of_pods() -> Iterator[tuple[str, list[str]]]:
    for resource in resources():
        for container in containers_in(resource):
            if "args" in container:
                yield f"kustomize, {resource['metadata']['name']}", container["args"]


def of_units() -> Iterator[str]:
    for timer in DEPLOY.glob("systemd/*.timer"):
        if not timer.with_suffix(".service").exists():
            yield f"{timer.name} starts a service that is not there"
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        say("systemd units were read, not verified: systemd-analyze is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        for unit in DEPLOY.glob("systemd/*"):
            (Path(folder) / unit.name).write_text(unit.read_text().replace(PYTHON, sys.executable))
        done = run(analyze, "verify", *map(str, Path(folder).iterdir()))
        complaints = [line for line in done.stderr.splitlines() if "factcheck-" in line]
    yield from complaints
    say("systemd units are verified by systemd-analyze, not started")


def of_nginx() -> Iterator[str]:
    program, openssl = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"), shutil.which("openssl")
    if not (program and openssl):
        say("nginx's configuration was not tried: nginx or openssl is not installed")
        return
    yield from nginx.faults_with(program, openssl)
    say("nginx was started with this configuration, before a site that does not answer and a slow one")


def of_containers() -> Iterator[str]:
    lines = (DEPLOY / "container" / "Containerfile").read_text()
    taken = (ROOT / ".containerignore").read_text().split()
    for line in re.findall(r"^COPY (.+) \S+$", lines, re.MULTILINE):
        for path in line.split():
            if not (ROOT / path).exists() or f"!{path}" not in taken:
                yield f"Containerfile copies {path}, which is not there or which .containerignore leaves out"
    stated = compose()
    for name, service in stated["services"].items():
        volumes = {volume.split(":")[0] for volume in service.get("volumes", ())}
        missing = (volumes - stated["volumes"].keys()) | (
            set(service.get("depends_on", ())) - stated["services"].keys()
        )
        if missing:
            yield f"compose.yaml: {name} needs {', '.join(sorted(missing))}, which is not there"
    say("the container's files were read, not built")


def compose() -> Any:
    return yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text())


def of_kustomize() -> Iterator[str]:
    stored = {(one["kind"], one["metadata"]["name"]) for one in resources()}
    for resource in resources():
        if not {"apiVersion", "kind", "metadata"} <= resource.keys():
            yield f"kustomize: {resource} is no resource"
        for claim in re.findall(r"'claimName': '([\w-]+)'", str(resource)):
            if ("PersistentVolumeClaim", claim) not in stored:
                yield f"kustomize: {resource['metadata']['name']} names the claim {claim}, which is not there"
        for container in containers_in(resource):
            if not container["securityContext"]["readOnlyRootFilesystem"]:
                yield f"kustomize: {resource['metadata']['name']} can write its own root"
    kubectl = shutil.which("kubectl")
    if not kubectl:
        say("the Kustomize base was read, not rendered: kubectl is not installed")
        return
    rendered = run(kubectl, "kustomize", str(DEPLOY / "kustomize"))
    if rendered.returncode or len([*yaml.safe_load_all(rendered.stdout)]) != len(stored):
        yield f"kustomize: {rendered.stderr.strip() or 'it renders other resources than its files hold'}"
    say("the Kustomize base is rendered by kubectl, not applied")


def resources() -> list[Any]:
    listed = yaml.safe_load((DEPLOY / "kustomize" / "kustomization.yaml").read_text())["resources"]
    return [one for name in listed for one in yaml.safe_load_all((DEPLOY / "kustomize" / name).read_text())]


def containers_in(resource: Any) -> Iterator[Any]:
    """Every container of a resource, however deep its pod stands."""
    if isinstance(resource, dict):
        yield from resource.get("containers", ())
        for part in resource.values():
            yield from containers_in(part)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
