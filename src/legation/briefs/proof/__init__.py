"""How a sentence is proved: read the sentence afresh, read its cited passages afresh, compare.

Nothing here knows how a sentence was written. Both sides are read by the same grammars of dates, quantities
and names, so a digit, name or date that was changed on either side no longer meets its other half.
"""
