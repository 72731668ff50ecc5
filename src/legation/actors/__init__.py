"""The register of actors: who is meant by a name, and what offices people hold."""

from legation.actors.actor import Actor, Form
from legation.actors.mentions import NameMention
from legation.actors.register import Register, register

__all__ = ["Actor", "Form", "NameMention", "Register", "register"]
