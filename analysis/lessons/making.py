"""A lesson made from articles: the tasks that their measures allow, with key and doubts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.findings.reading import Findings, find_all
from analysis.lessons.comparison_tasks import make_comparison_tasks
from analysis.lessons.error_tasks import make_error_tasks
from analysis.lessons.frame_tasks import make_frame_tasks
from analysis.lessons.lesson import Lesson, title_of
from analysis.lessons.quotation_tasks import make_quotation_tasks
from analysis.lessons.share_tasks import make_share_tasks
from analysis.lessons.tasks import Task, number_tasks
from analysis.lessons.tone_tasks import make_tone_tasks
from analysis.text.document import Document

# A new kind of task is a module with a function of findings to tasks, a test file, and a line here.
TOPICS: dict[str, Callable[[Sequence[Findings]], list[Task]]] = {
    "quotations": lambda texts: make_quotation_tasks(texts[-1]),
    "shares": lambda texts: make_share_tasks(texts[-1]),
    "frames": lambda texts: make_frame_tasks(texts[-1]),
    "tone": lambda texts: make_tone_tasks(texts[-1]),
    "comparison": make_comparison_tasks,
    "errors": lambda texts: make_error_tasks(texts[-1]),
}


def make_lesson(
    docs: Sequence[Document], *, name: str, title: str = "", topics: Sequence[str] | None = None
) -> Lesson:
    """A lesson on an article, or on several about one event; tasks on one text ask about the last.

    Args:
        topics: names of `TOPICS`; all that the texts allow without it.

    Raises:
        ValueError: there is no topic of a name, no text, only one to compare, or the texts allow no task of
            these topics.
    """
    chosen = list(TOPICS) if topics is None else list(topics)
    if unknown := [topic for topic in chosen if topic not in TOPICS]:
        raise ValueError(f"there is no topic {unknown[0]!r}; there are: {', '.join(TOPICS)}")
    if not docs:
        raise ValueError("a lesson needs a text")
    if topics is not None and "comparison" in topics and len(docs) == 1:
        raise ValueError("the topic comparison needs another text on the same event; name it with --beside")
    texts = [find_all(doc) for doc in docs]
    tasks = [task for topic in chosen for task in TOPICS[topic](texts)]
    if not any(task.accepted for task in tasks):
        raise ValueError(
            f"{docs[-1].id} has too little quotation, framing and tone to ask about; choose another text"
        )
    return Lesson(name, title or title_of(docs[-1]), tuple(docs), tuple(number_tasks(tasks)))
