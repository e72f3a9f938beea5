"""How often Python looks for garbage in rings: seldom, in a process that reads one article after another."""

from __future__ import annotations

import atexit
import gc

# New objects, instead of Python's 700: more than a report makes, those of some hundred articles. A corpus
# needs no more memory for it.
COLLECT_AFTER = 500_000


def collect_seldom() -> None:
    """Let Python look for garbage that refers to itself less often.

    An article leaves some thousand small objects, and none of them in a ring: they go as soon as nothing
    refers to them. Looking through all that is known of words for rings, again and again, costs a tenth of
    the time of an article. It is a setting of the whole process, so commands and workers ask for it, never
    an import; in a loop of one's own it is one line.

    When the process ends Python would look through everything once more, though the system takes all of its
    memory back: a quarter of the time of `discourse annotate` on one article. What is frozen is not looked
    through. Files are closed where they are written, so none waits for that search.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.unregister(gc.freeze)  # once, however often a command is called
    atexit.register(gc.freeze)
