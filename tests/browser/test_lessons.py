"""A lesson in JupyterLab, as a student meets it: the start page, the boxes, the hints; and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

START, LESSON = "00-start-here.ipynb", "teaching/lesson-1.ipynb"
NO_ERRORS = (
    "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
)


def task(page: Page, number: int) -> tuple[str, str]:
    return f"section[aria-label='Task {number}']", f"Your answer to task {number}"


def test_a_student_answers_in_the_boxes_and_finds_the_answers_again(
    open_notebook: Callable[..., Page], run_all: Callable[[Page], None]
) -> None:
    page = open_notebook(LESSON)
    run_all(page)
    section, label = task(page, 3)
    box = page.get_by_placeholder(label)
    box.scroll_into_view_if_needed()
    box.fill("he")
    box.press("Tab")
    page.keyboard.press("Space")  # the button: no mouse is needed
    page.locator(section).get_by_text("That is a pronoun.").wait_for()
    box.fill("Oakhurst")
    box.press("Tab")
    page.keyboard.press("Space")
    page.locator(section).get_by_text("✓ Right").wait_for()
    section, label = task(page, 1)
    box = page.get_by_placeholder(label)
    box.fill("'pause'\nClapping won't mend the roof")
    box.press("Tab")
    page.keyboard.press("Space")
    page.locator(section).get_by_text("These are scare quotes").wait_for()
    page.locator(section).get_by_text("1 passage right; there is more to find.").wait_for()
    assert page.locator(NO_ERRORS).count() == 0
    page.close()

    start = open_notebook(START)
    run_all(start)
    start.get_by_text("1 of 5 done, 1 begun").first.wait_for()
    again = open_notebook(LESSON)
    run_all(again)
    again.locator(task(again, 3)[0]).get_by_text("✓ Right").wait_for()
    assert again.get_by_placeholder(task(again, 3)[1]).input_value() == "Oakhurst"


def test_a_forgotten_quotation_mark_gets_a_sentence(
    open_notebook: Callable[..., Page], run_all: Callable[[Page], None]
) -> None:
    page = open_notebook(LESSON)
    run_all(page)
    cell = page.locator(".jp-CodeCell", has_text="ask(lesson, 3)").first
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("ask(lesson, 3, Dashwood)")
    page.keyboard.press("Shift+Enter")
    page.get_by_text("Python does not know “Dashwood”.").wait_for()
    assert page.locator(NO_ERRORS).count() == 0


def test_picture_of_a_lesson_and_of_the_start_page(
    open_notebook: Callable[..., Page], run_all: Callable[[Page], None], pictures: Path
) -> None:
    page = open_notebook(START)
    run_all(page)
    page.get_by_text("of 5 done").first.wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "start.png")
    page = open_notebook(LESSON)
    run_all(page)
    box = page.get_by_placeholder(task(page, 5)[1])
    box.scroll_into_view_if_needed()
    box.fill("22")
    box.press("Tab")
    page.keyboard.press("Space")
    page.get_by_text("You counted marks.").wait_for()
    page.locator(task(page, 4)[0]).scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "lesson.png")
    assert page.locator(NO_ERRORS).count() == 0
