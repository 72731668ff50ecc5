"""Who is speaking, block by block: a transcript's turns ("PRESIDENT BIDEN: …"), or the speaker of a speech.

"We" are the speaker's side, "I" is the speaker, "you" the other principal where the document has just two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from legation.reading.mention import Mention
from legation.reading.person_names import plain_name
from legation.reading.text import Context

_TURN = re.compile(r"(Q|[A-Z][^\W\d_]?[^\Wa-z\d_]*(?:[ .,’'-]+[^\Wa-z\d_]+){0,7}\.?):\s")


def contexts(context: Context, texts: Iterable[str], title: Sequence[Mention]) -> Iterator[Context]:
    """The context of each block in turn.

    Args:
        context: What holds for the whole document.
        texts: The clean text of each block.
        title: The mentions of the document's title.
    """
    principals = [m for m in title if m.form == "person" and m.person and m.actors]
    here = _spoken_by(context, principals[0], principals) if principals and _is_speech(context) else context
    for text in texts:
        turn = _TURN.match(text)
        speaker = _speaker(turn.group(1), context, principals) if turn else None
        if speaker:
            here = _spoken_by(context, speaker, principals)
        elif turn and (context.spoken or turn.group(1) == "Q"):
            # Somebody unknown speaks; where nobody does, "FACT SHEET:" is a rubric.
            here = replace(context, speaker=None, we=(), you=None)
        yield here


def _is_speech(context: Context) -> bool:
    return context.spoken and not context.joint


def _speaker(label: str, context: Context, principals: Sequence[Mention]) -> Mention | None:
    last = next(reversed(plain_name(label).lower().split()), "")
    name = context.persons.get(last)
    for mention in principals:
        if mention.person and (mention.person == name or last == mention.person.lower().split()[-1]):
            return mention
    if name:
        return Mention(0, 1, context.sides.get(name, ()), "person", name)
    if label.startswith("THE ") and principals:
        return principals[0]
    return None


def _spoken_by(context: Context, speaker: Mention, principals: Sequence[Mention]) -> Context:
    others = [m for m in principals if m.person != speaker.person and m.actors != speaker.actors]
    if others:
        you: Mention | None = others[0]
    else:
        other = [a for a in context.pair if a not in speaker.actors]
        you = Mention(0, 1, (other[0],), "back") if len(other) == 1 and speaker.actors else None
    return replace(context, speaker=speaker, we=speaker.actors or context.we, you=you)
