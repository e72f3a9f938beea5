"""The course: six lessons, each a question, on texts of the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.lessons.making import make_lesson
from analysis.lessons.writing import write_lesson
from analysis.text.reading import load_text

VIOLENCE = (
    "**About this text.** It speaks of killings, and of people who are alive. It is here for its wording; "
    "whether what "
    "it says is true is not the question of this lesson. If you would rather not read it, ask your "
    "teacher for "
    "another text: every task works with any."
)


@dataclass(frozen=True, slots=True)
class CourseLesson:
    """One lesson: its question, what students will know at its end, its texts and the topics of its tasks."""

    name: str
    question: str
    know: str
    texts: tuple[str, ...]
    topics: tuple[str, ...]
    discuss: str
    note: str = ""
    marks: str = ""


COURSE: tuple[CourseLesson, ...] = (
    CourseLesson(
        "lesson-1",
        "Whose words are these?",
        "what belongs to a speaker and what to the narrator; that marks can also do other jobs than quoting.",
        ("council-library-local-paper",),
        ("quotations",),
        "Which speaker did you hear most clearly? Would the text read otherwise without the inner marks?",
    ),
    CourseLesson(
        "lesson-2",
        "How much of it is quotation?",
        "that “how much” depends on what you count; three definitions, and what speaks for each.",
        ("mayor-video-post-politics",),
        ("shares",),
        "Two of you found different numbers and both counted right. How can that be?",
    ),
    CourseLesson(
        "lesson-3",
        "Which words frame it?",
        "what a frame is; how to find its terms; why it matters whose words they are.",
        ("mek-1988-call-for-justice",),
        ("frames",),
        "Which word of the text would another side replace first? By which one, and what would change?",
        note=VIOLENCE,
    ),
    CourseLesson(
        "lesson-4",
        "How does it sound?",
        "how an instrument measures tone; what it hears and what it cannot hear.",
        ("border-milk-translated",),
        ("tone",),
        "Where did the instrument mishear? What would it have to know to do better?",
    ),
    CourseLesson(
        "lesson-5",
        "Same event, different story?",
        "how to lay two texts side by side: who is heard, which words were edited, what is left out.",
        ("harbour-strike-business-paper", "harbor-strike-wire"),
        ("comparison",),
        "Is one of the texts more complete? How would you find out without a third?",
    ),
    CourseLesson(
        "lesson-6",
        "Where is the tool wrong?",
        "how to question an instrument: its errors have kinds; and what it takes to build a list of words "
        "oneself.",
        ("bike-lane-blog",),
        ("errors",),
        "Would you use this tool to compare two newspapers? For which question yes, for which no?",
        marks='show_marks(lesson, "quotations")',
    ),
)  # fmt: skip


def write_course_lesson(one: CourseLesson, folder: Path) -> Sequence[Path]:
    """Write a lesson of the course, its notebooks run."""
    lesson = make_lesson(
        [load_text(name) for name in one.texts], name=one.name, title=one.question, topics=one.topics
    )
    know = f"**You will know** at the end {one.know}\n\n**Level** 15 years and older. **Time** 45 minutes."
    page = (
        f"The plan of the lesson, for teachers and for those who missed it: [{one.name}.md]({one.name}.md)."
    )
    return write_lesson(
        lesson,
        folder,
        intro="\n\n".join(part for part in (know, one.note, page) if part),
        marks=one.marks,
        outro=f"## Discuss\n\n{one.discuss}\n\nWhat these tasks cannot tell: whether anything in the text "
        "is true.",
        run=True,
    )
