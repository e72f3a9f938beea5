"""The ledger of names: every mention of each actor, in which form, in which voice, and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from analysis.measures.naming.voiced import VoicedSpan, voice_reader, voices_of
from analysis.text.document import Document
from analysis.text.making import maker
from analysis.text.mentions import FORMS, Entity, find_mentions
from analysis.text.rates import share, to_table

if TYPE_CHECKING:
    import pandas as pd


class NameMention(NamedTuple):
    """One mention of an actor: ``text[start:end] == surface``; form is one of `FORMS`."""

    start: int
    end: int
    surface: str
    entity: int
    form: str
    name: str  # the entity's, as its fullest mention gives it


_name_mention = maker(NameMention)
_PLACE = attrgetter("start", "end")


def find_names(doc: Document, entities: Iterable[Entity]) -> list[NameMention]:
    """Every mention of each entity, with its form.

    Args:
        entities: as `analysis.text.mentions.find_entities` gives them; a class's own list works too, and
            where a stretch of it is not known as a mention, its form is name.

    Returns: one row a mention, sorted by place; a role may hold a name (*the mayor of Hull*). The form is
        name (*Ann Lee*), title (*Mrs. Lee*), role (*the mayor*), group (*officials*) or pronoun (*she*).

    Limits: *I* and *we* are in no row: whose they are, the quotation around them says. A pronoun may be
    joined to the wrong person: in *Ann told Eve that she had won* it goes to Ann.

    Source: own definition; the forms after van Leeuwen (2008), Discourse and Practice, chapter 2.

    Example: one person, three forms.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_entities
    >>> doc = make_document("Ann Lee spoke. Mrs. Lee said she would stay.")
    >>> entities = find_entities(doc, find_mentions(doc))
    >>> [(name.surface, name.form) for name in find_names(doc, entities)]
    [('Ann Lee', 'name'), ('Mrs. Lee', 'title'), ('she', 'pronoun')]
    """
    mentions, text = find_mentions(doc), doc.text
    forms = dict(zip(map(_PLACE, mentions), map(attrgetter("form"), mentions), strict=True))
    rows = [
        (start, end, text[start:end], number, forms.get((start, end), "name"), name)
        for number, name, _, places in entities
        for start, end in places
    ]
    rows.sort()
    return list(map(_name_mention, rows))


def measure_names(
    doc: Document, names: Iterable[NameMention], *, voices: Sequence[VoicedSpan] = ()
) -> pd.DataFrame:
    """How often each actor is named in each form, in each voice.

    Args:
        voices: stretches with start, end, voice and entity, sorted and apart, such as the voices of the
            quotation measure; without them all is one voice, ``text``.

    Returns: a row an entity, form and voice, also where ``n`` is 0; entities by first mention. Columns:
        ``entity`` (number), ``name``, ``form``, ``voice``, ``n``, ``n_mentions`` (of the entity in the
        whole text), ``share`` (n of n_mentions, 0–1).

    Limits: a mention counts in the voice in which it begins. *The mayor of Hull* counts once for the mayor
    and once for Hull.

    Source: own definition.

    Example: two of three mentions of Ann Lee are pronouns or titles.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_entities
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("Ann Lee spoke. Mrs. Lee said she would stay.")
    >>> table = measure_names(doc, find_names(doc, find_entities(doc, find_mentions(doc))))
    >>> [(row.form, row.n, row.n_mentions) for row in rows_of(table) if row.n]
    [('name', 1, 3), ('title', 1, 3), ('pronoun', 1, 3)]
    """
    read = voice_reader(voices)
    counts = Counter[tuple[int, str, str]]()
    mentions = Counter[int]()
    called: dict[int, str] = {}
    for name in names:
        counts[name.entity, name.form, read(name.start)[0]] += 1
        mentions[name.entity] += 1
        called.setdefault(name.entity, name.name)
    rows = [
        {
            "entity": entity, "name": called[entity], "form": form, "voice": voice,
            "n": counts[entity, form, voice], "n_mentions": mentions[entity],
            "share": share(counts[entity, form, voice], mentions[entity]),
        }
        for entity in called for form in FORMS for voice in voices_of(voices)
    ]  # fmt: skip
    columns = {"entity": "int64", "name": "string", "form": "string", "voice": "string", "n": "int64"}
    return to_table(rows, columns | {"n_mentions": "int64", "share": "float64"})


def measure_namers(
    doc: Document, names: Iterable[NameMention], *, voices: Sequence[VoicedSpan] = ()
) -> pd.DataFrame:
    """Who calls whom what: each wording for each actor, by the voice and the speaker that use it.

    Args:
        voices: as in `measure_names`.

    Returns: a row an entity, wording, voice and speaker, sorted by entity and first place. Columns:
        ``entity``, ``name``, ``form``, ``surface`` (as it first stands), ``voice``, ``speaker`` (number of
        the entity that speaks; missing in narration and where no source is known), ``n``.

    Limits: wordings are compared in lower case, so that *The mayor* and *the mayor* are one; *Lee* and
    *Lee's* are one, *the mayor* and *our mayor* are two.

    Source: own definition.

    Example: *the mayor* twice.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_entities
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("Ann Lee, the mayor, spoke. The mayor smiled.")
    >>> table = measure_namers(doc, find_names(doc, find_entities(doc, find_mentions(doc))))
    >>> [(row.surface, row.n) for row in rows_of(table)]
    [('Ann Lee', 1), ('the mayor', 2)]
    """
    read = voice_reader(voices)
    rows: dict[tuple[int, str, str, int | None], dict[str, object]] = {}
    counts = Counter[tuple[int, str, str, int | None]]()
    for name in names:
        voice, speaker = read(name.start)
        key = (name.entity, " ".join(name.surface.lower().split()), voice, speaker)
        counts[key] += 1
        rows.setdefault(
            key,
            {
                "entity": name.entity, "name": name.name, "form": name.form, "surface": name.surface,
                "voice": voice, "speaker": speaker,
            },
        )  # fmt: skip
    ordered = sorted(rows, key=lambda key: key[0])  # stable: places stay in order
    columns = {"entity": "int64", "name": "string", "form": "string", "surface": "string", "voice": "string"}
    return to_table(
        [{**rows[key], "n": counts[key]} for key in ordered], columns | {"speaker": "Int64", "n": "int64"}
    )
