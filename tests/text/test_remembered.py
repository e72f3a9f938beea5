"""A table that fills itself says what its function says, and stays small."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.text.remembered import Remembered


@given(st.lists(st.text(max_size=3)), st.integers(1, 4))
def test_it_says_what_the_function_says_and_never_holds_more_than_its_limit(
    words: list[str], limit: int
) -> None:
    table = Remembered(str.upper, limit=limit)
    for word in words:
        assert table[word] == word.upper()
        assert len(table) <= limit


def test_a_spelling_is_read_once() -> None:
    asked: list[str] = []

    def read(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(read)
    assert [table["port"], table["port"]] == [4, 4]
    assert asked == ["port"]


def test_a_word_that_comes_again_and_again_is_read_once_in_any_number_of_words() -> None:
    asked: list[str] = []

    def read(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(read, limit=3)
    for number in range(20):
        assert table["the"] == 3
        assert table[f"{number}th"] == len(f"{number}th")
    assert asked.count("the") == 1


def test_a_word_that_did_not_come_for_long_is_forgotten() -> None:
    asked: list[str] = []
    table = Remembered(asked.append, limit=2)
    for word in ("port", *"abcd", "port"):
        assert table[word] is None
    assert asked.count("port") == 2
