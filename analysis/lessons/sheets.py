"""A lesson on paper: worksheet for students, key for the teacher; plain pages to print in black and white."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.lessons.hints import load_hints
from analysis.lessons.lesson import Lesson, title_of
from analysis.lessons.showing import HOW
from analysis.lessons.tasks import ARGUMENT, CHOICE, LEXICON, NAME, NUMBER, PASSAGES, Accepted, Task
from analysis.views.reading_view.markup import escape_text

LINES = {PASSAGES: 8, NAME: 1, NUMBER: 1, CHOICE: 0, ARGUMENT: 6, LEXICON: 10}
STYLE = """
body { font: 12pt/1.5 "DejaVu Sans", Verdana, sans-serif; color: #111; background: #fff;
  max-width: 44em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.5em } h2 { font-size: 1.2em; margin-top: 2em } h3 { font-size: 1em; margin-bottom: 0.3em }
.text p { line-height: 2; margin: 0 0 0.8em 2.5em } .text b { float: left; margin-left: -2.5em }
.line { border-bottom: 1px solid #777; height: 1.9em }
.task, tr { break-inside: avoid } .doubt { border: 2px solid #111; padding: 0.5em 1em; margin: 0.5em 0 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #777; padding: 0.3em 0.5em; text-align: left; vertical-align: top }
.box { display: inline-block; width: 0.8em; height: 0.8em; border: 1px solid #111; margin-right: 0.5em }
@media print { body { margin: 0; max-width: none } h2.new { break-before: page } }
""".strip()
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def format_worksheet(lesson: Lesson) -> str:
    """The worksheet: the text with numbered paragraphs, and each task with room to write."""
    texts = "".join(
        f'<h2>{escape_text(title_of(doc))}</h2><div class="text">'
        + "".join(
            f"<p><b>{number}</b>{escape_text(doc.text[start:end])}</p>"
            for number, (start, end) in enumerate(doc.paragraphs, start=1)
        )
        + "</div>"
        for doc in lesson.docs
    )
    tasks = "".join(_format_task(task) for task in lesson.tasks)
    body = (
        f"<h1>{escape_text(lesson.title)}</h1><p>Name: ______________________ Date: ______________</p>"
        f'{texts}<h2 class="new">Tasks</h2>{tasks}'
        "<p>Whether what the text says is true, no task here can tell: they are about its wording.</p>"
    )
    return _page(f"{lesson.title}: worksheet", body)


def format_key(lesson: Lesson) -> str:
    """The key, for the teacher: what to check first, then answers, grounds and typical mistakes."""
    doubtful = [task for task in lesson.tasks if task.doubts]
    first = "".join(
        f'<div class="doubt"><p><b>Task {escape_text(task.name)}, {escape_text(task.title)}</b></p><ul>'
        + "".join(f"<li><bdi>{escape_text(doubt)}</bdi></li>" for doubt in task.doubts)
        + "</ul></div>"
        for task in doubtful
    )
    checked = (
        f"<h2>Check these first</h2><p>In {len(doubtful)} of {len(lesson.tasks)} tasks the measures stand "
        f"on thin ground.</p>{first}"
        if doubtful
        else "<p>No task of this lesson stands on thin ground, as far as the measures can tell.</p>"
    )
    tasks = "".join(_format_answers(task) for task in lesson.tasks)
    body = (
        f"<h1>Key: {escape_text(lesson.title)}</h1><p>For the teacher. The key comes from the measures "
        "and can be wrong where "
        f"they are. A student who argues well against it may be right.</p>{checked}<h2>Answers</h2>{tasks}"
    )
    return _page(f"{lesson.title}: key", body)


def _format_task(task: Task) -> str:
    options = "".join(f'<p><span class="box"></span>{escape_text(option)}</p>' for option in task.options)
    lines = '<div class="line"></div>' * LINES[task.kind]
    how = "" if task.kind in (PASSAGES, NAME, NUMBER) else f" <small>{HOW[task.kind]}</small>"
    return (
        f'<div class="task"><h3>{escape_text(task.name)}. {escape_text(task.title)}</h3>'
        f"<p>{escape_text(task.prompt)}{how}</p>{options}{lines}</div>"
    )


def _format_answers(task: Task) -> str:
    head = f"<h3>{escape_text(task.name)}. {escape_text(task.title)}</h3><p>{escape_text(task.prompt)}</p>"
    if not task.accepted:
        return f"{head}<p>No key: arguments are compared in class.</p>"
    distinct: Iterable[Accepted] = {one.shown: one for one in task.accepted}.values()
    answers = "".join(_row(one.shown, one.place, one.reason) for one in distinct)
    near = "".join(
        _row(shown, load_hints()[hint])
        for shown, hint in dict.fromkeys((miss.shown, miss.hint) for miss in task.near)
    )
    mistakes = (
        "<details><summary>Typical mistakes, and the hint that each "
        f"gets</summary><table>{near}</table></details>"
        if near
        else ""
    )
    room = f"<p>Off by {task.tolerance} is right.</p>" if task.tolerance else ""
    titles = "<tr><th>Answer</th><th>Place</th><th>Grounds</th></tr>"
    return f"{head}<table>{titles}{answers}</table>{room}{mistakes}"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td><bdi>{escape_text(cell)}</bdi></td>" for cell in cells) + "</tr>"


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape_text(title)}</title><style>{STYLE}</style></head>\n<body><main>{body}</main></body></html>\n"
    )
