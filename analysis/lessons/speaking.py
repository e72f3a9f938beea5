"""Python's own errors, said to students."""

from __future__ import annotations

from typing import Any


def speak_to_students() -> None:
    """From now on, a word that Python does not know gets a sentence in this notebook, no traceback."""
    try:
        from IPython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
    if shell is not None:
        shell.set_custom_exc((NameError,), _explain)


def _explain(shell: Any, kind: type[BaseException], error: BaseException, _traceback: Any, **_: Any) -> None:
    name = getattr(error, "name", None) or "this word"
    if name in ("lesson", "ask", "open_lesson", "show_text"):
        print(f"The cell that makes “{name}” has not run yet. Run the cells from the top, in their order.")
    else:
        print(f'Python does not know “{name}”. Put words of the text between quotation marks: "{name}".')
