"""Lessons as students get them: answers only as salted, slow hashes, so that none can be read off a file.

A hash keeps an answer out of sight, not out of reach: whoever has the text can also measure it, and a task
with four options has four possible answers. Decoys hide how many answers there are.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.lessons.tasks import CHECKED, NUMBER, PASSAGES, Task

# scrypt with 8 MB and about 20 ms a guess: nothing for one answer, long for all passages of a text.
COST, BLOCK, LENGTH = 2**13, 8, 12
ROUND = 12  # the number of hashes of a task is a multiple of it


@dataclass(frozen=True, slots=True)
class SealedTask:
    """A task without its answers. ``packed`` are the places of the answers by hash, out of sight."""

    name: str
    title: str
    prompt: str
    kind: str
    options: tuple[str, ...]
    want: str
    tolerance: int
    unit: str
    scope: tuple[int, int] | None
    salt: str
    answers: tuple[str, ...]
    whole: str  # hash of all answers together: whether any is missing
    near: dict[str, str]  # hash -> name of a hint
    hints: tuple[str, str]
    packed: str


def seal(salt: str, canonical: str) -> str:
    """The hash of an answer."""
    digest = hashlib.scrypt(
        canonical.encode("utf-8", "replace"), salt=salt.encode(), n=COST, r=BLOCK, p=1, dklen=LENGTH
    )
    return digest.hex()


def seal_task(task: Task, *, lesson: str) -> SealedTask:
    """A task as students get it. The salt hangs on lesson and task alone: a lesson made twice is the same."""
    salt = hashlib.sha256(f"{lesson}\n{task.name}\n{task.title}".encode("utf-8", "replace")).hexdigest()[:16]
    checked = task.kind in CHECKED
    hashes = {seal(salt, one.canonical): one for one in task.accepted} if checked else {}
    places = {digest: one.place for digest, one in hashes.items()}
    return SealedTask(
        name=task.name,
        title=task.title,
        prompt=task.prompt,
        kind=task.kind,
        options=task.options,
        want=task.want,
        tolerance=task.tolerance,
        unit=task.unit,
        scope=task.scope,
        salt=salt,
        answers=_with_decoys(salt, list(hashes), task.kind),
        whole=seal_whole(salt, list(hashes)),
        near={seal(salt, miss.canonical): miss.hint for miss in task.near} if checked else {},
        hints=task.hints,
        packed=_pack(places),
    )


def seal_whole(salt: str, hashes: Sequence[str]) -> str:
    """One hash for a set of answers, in whatever order."""
    return hashlib.sha256("\n".join([salt, *sorted(hashes)]).encode()).hexdigest()[: 2 * LENGTH]


def unpack_places(task: SealedTask) -> dict[str, str]:
    """By hash of the answer, where to look for it."""
    unpacked = json.loads(zlib.decompress(base64.b85decode(task.packed)))
    return {str(digest): str(place) for digest, place in unpacked.items()}


def _pack(places: dict[str, str]) -> str:
    return base64.b85encode(zlib.compress(json.dumps(places).encode(), 9)).decode()


def _with_decoys(salt: str, hashes: list[str], kind: str) -> tuple[str, ...]:
    """The hashes in an order that tells nothing, among as many others as fill the last dozen."""
    if not hashes:
        return ()
    wanted = -(-len(hashes) // ROUND) * ROUND if kind in (PASSAGES, NUMBER) else len(hashes)
    decoys = [
        hashlib.sha256(f"{salt} decoy {number}".encode()).hexdigest()[: 2 * LENGTH]
        for number in range(wanted - len(hashes))
    ]
    return tuple(sorted(hashes + decoys))
