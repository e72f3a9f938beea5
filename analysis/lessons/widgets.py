"""The box and the button under a task."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.lessons.sealing import SealedTask
from analysis.lessons.tasks import ARGUMENT, CHOICE, LEXICON, PASSAGES

ROWS = {PASSAGES: 5, LEXICON: 10, ARGUMENT: 4}
NOTHING = "(choose)"


def make_box(task: SealedTask, before: Any, on_answer: Callable[[str], None]) -> Any:
    """A labeled field with what was answered before, and a button that hands its content over."""
    import ipywidgets as widgets

    label = f"Your answer to task {task.name}"
    full = {"width": "98%"}
    written = "\n".join(map(str, before)) if isinstance(before, list) else str(before or "")
    if task.kind == CHOICE:
        first = next((option for option in task.options if option.casefold() == written.casefold()), NOTHING)
        field = widgets.Dropdown(options=[NOTHING, *task.options], value=first, layout=full)
    elif task.kind in ROWS:
        field = widgets.Textarea(value=written, rows=ROWS[task.kind], layout=full, placeholder=label)
    else:
        field = widgets.Text(value=written, layout=full, placeholder=label)
    field.tooltip = label
    button = widgets.Button(
        description="Keep" if task.kind == ARGUMENT else "Check", tooltip=f"Check task {task.name}"
    )

    def on_click(_: Any) -> None:
        if field.value != NOTHING:
            on_answer(str(field.value))

    button.on_click(on_click)

    class Box(widgets.VBox):  # type: ignore[misc]
        """What a notebook says of it where widgets do not run."""

        def __repr__(self) -> str:
            return "Run this cell in JupyterLab for a box to answer in."

    return Box([widgets.Label(value=label), field, button])
