"""Transcripts and speeches: who "I", "we" and "you" are, turn by turn."""

from __future__ import annotations

from collections.abc import Callable

from legation.reading.mention import Mention
from legation.reading.text import Text

Analysed = Callable[..., Text]

TITLE = "Remarks by President Mario Rojas of Chile and President Kofi Adu of Ghana"
TALK = """PRESIDENT ROJAS: I thank you. We will open a port for the fish of all our friends this year.

PRESIDENT ADU: I am glad to hear it. We will send you the fish that our people catch this year.

Q: We wonder what I shall write in the paper of tomorrow, if nobody says anything of the price.
"""


def pointed(text: Text, block: int, word: str) -> Mention | None:
    parsed = text.blocks[block]
    token = next(t for t in parsed.doc if t.lower_ == word)
    return next((m for m in parsed.mentions if m.start <= token.i < m.end), None)


def test_turns_say_who_speaks_and_to_whom(analysed: Analysed) -> None:
    text = analysed(TALK, title=TITLE)
    for block, name, side, other in ((1, "Mario Rojas", "CHL", "GHA"), (2, "Kofi Adu", "GHA", "CHL")):
        me, we, you = (pointed(text, block, word) for word in ("i", "we", "you"))
        assert me is not None
        assert (me.person, me.actors) == (name, (side,))
        assert we is not None
        assert we.actors == (side,)
        assert you is not None
        assert you.actors == (other,)


def test_questions_are_nobodys_we(analysed: Analysed) -> None:
    text = analysed(TALK, title=TITLE)
    assert pointed(text, 3, "we") is None
    assert pointed(text, 3, "i") is None


def test_speech_is_its_speakers(analysed: Analysed) -> None:
    text = analysed("I came here by sea. We love fish.", title="Speech by President Kofi Adu of Ghana")
    me, we = (pointed(text, 1, word) for word in ("i", "we"))
    assert me is not None
    assert me.person == "Kofi Adu"
    assert we is not None
    assert we.actors == ("GHA",)


def test_rubric_is_no_speaker(analysed: Analysed) -> None:
    text = analysed("FACT SHEET: We will open two ports.", title="Joint Statement between Norway and Ghana")
    we = pointed(text, 1, "we")
    assert we is not None
    assert we.actors == ("NOR", "GHA")
