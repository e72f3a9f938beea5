"""Pairs: which mark of a paragraph closes which, and which marks have no partner."""

from __future__ import annotations

from typing import NamedTuple

from analysis.measures.quotation.signs import Sign

# News nests two levels, rarely three. Openers deeper than this are counted, not kept, so that a
# text of nothing but opening marks costs no more than any other.
MAX_LEVEL = 6
_NEAR = 20  # marks


class Pairing(NamedTuple):
    """The marks of one paragraph by index: pairs, and marks without a partner."""

    signs: list[Sign]
    pairs: list[tuple[int, int]]  # sorted by the opening mark
    openers: list[int]
    closers: list[int]
    too_deep: bool = False  # some opening marks were beyond the deepest level


def pair_signs(signs: list[Sign]) -> Pairing:
    """Pair marks by what their place says; where that leaves some over, allow misplaced spaces.

    "We wait, "he said, "and see." is read with its second mark closing, because only so do all
    marks find a partner.
    """
    if not signs:
        return Pairing([], [], [], [])
    if _alternate(signs):
        return Pairing(signs, [(k, k + 1) for k in range(0, len(signs), 2)], [], [])
    strict = _pair(signs, lenient=False)
    if strict.too_deep or not _n_doubles_left(strict):
        return strict
    lenient = _pair(signs, lenient=True)
    return lenient if _n_doubles_left(lenient) < _n_doubles_left(strict) else strict


def _alternate(signs: list[Sign]) -> bool:
    """Whether double marks open and close in turns, as in most paragraphs."""
    turns = ["open", "close"] * (len(signs) // 2)
    return [sign.role for sign in signs] == turns and {sign.family for sign in signs} == {"double"}


def _n_doubles_left(pairing: Pairing) -> int:
    return sum(pairing.signs[k].family != "single" for k in pairing.openers + pairing.closers)


def _pair(signs: list[Sign], *, lenient: bool) -> Pairing:
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    openers: list[int] = []
    closers: list[int] = []
    too_deep = n_dropped = 0
    next_sure = _next_sure_single(signs)
    for k, sign in enumerate(signs):
        depth = _depth_of_partner(signs, stack, sign)
        role = sign.role
        if role == "either":
            role = "open" if depth is None else "close"
        elif lenient and sign.family == "double":
            role = _lenient_role(sign, role, depth)
        if role == "open":
            if not sign.sure and not _opens_after_all(signs, stack, k, next_sure[k]):
                continue
            if len(stack) < MAX_LEVEL:
                stack.append(k)
            else:
                too_deep += 1
                n_dropped += 1
            continue
        if not sign.sure and (depth is None or _is_apostrophe(signs, stack, depth, k, next_sure[k])):
            continue
        if too_deep and sign.family != "single":
            too_deep -= 1
        elif depth is None:
            closers.append(k)
        else:
            openers.extend(stack[depth + 1 :])
            pairs.append((stack[depth], k))
            del stack[depth:]
    openers.extend(stack)
    return Pairing(signs, sorted(pairs), sorted(openers), closers, n_dropped > 0)


def _depth_of_partner(signs: list[Sign], stack: list[int], sign: Sign) -> int | None:
    """Where in the stack the opener stands that this mark could close."""
    for depth in range(len(stack) - 1, -1, -1):
        opener = signs[stack[depth]]
        if opener.family == sign.family:
            return depth
        if opener.family != "single" and sign.family == "single" and not sign.sure:
            return None  # an apostrophe inside a double quotation closes nothing around it
    return None


def _lenient_role(sign: Sign, role: str, depth: int | None) -> str:
    """The other role, where a space on the wrong side explains the place."""
    if role == "open" and depth is not None and sign.before.isspace() and sign.behind.islower():
        return "close"
    if role == "close" and depth is None and sign.behind.isspace():
        return "open"
    return role


def _next_sure_single(signs: list[Sign]) -> list[int | None]:
    """For each mark the index of the next single mark behind it that is no possible apostrophe."""
    following: list[int | None] = [None] * len(signs)
    latest: int | None = None
    for k in range(len(signs) - 1, -1, -1):
        following[k] = latest
        if signs[k].family == "single" and signs[k].sure:
            latest = k
    return following


def _opens_after_all(signs: list[Sign], stack: list[int], k: int, later: int | None) -> bool:
    """Whether an elided form begins a phrase in marks: the next single mark must close it."""
    if later is None or signs[later].role != "close" or later - k > _NEAR:
        return False
    if stack and signs[stack[-1]].family == "single":
        return False
    return not any(s.family == "double" for s in signs[k + 1 : later])


def _is_apostrophe(signs: list[Sign], stack: list[int], depth: int, k: int, later: int | None) -> bool:
    """Whether an unsure closing mark leaves the opener to a better one: 'the workers' demands'."""
    if later is None or signs[later].role != "close":
        return False
    if not any(signs[s].family != "single" for s in stack[:depth]):
        return True
    # inside a double quotation the better mark must stand before that one ends; it is near
    between = signs[k + 1 : later] if later - k < _NEAR else []
    return not any(s.family == "double" and s.role == "close" for s in between)
