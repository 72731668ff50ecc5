"""Briefs: choose what a principal must know, word it, prove every sentence, render it."""

from legation.briefs.brief import Brief, Citation, Claim, Section, Sentence
from legation.briefs.check import Checker, CheckResult, check
from legation.briefs.render import render
from legation.briefs.write import write_brief

__all__ = [
    "Brief",
    "CheckResult",
    "Checker",
    "Citation",
    "Claim",
    "Section",
    "Sentence",
    "check",
    "render",
    "write_brief",
]
