"""What is looked up instead of computed afresh: which statements belong together, which records there are, which words occur.

Laws held here: the projection is derived from the entries and holds nothing of its own, so that it may be dropped at
any time and is made anew; it says where to look, never what to say, so that a record is always composed from its
statements; it is stamped with the entry up to which it goes, and a view that it does not serve exactly goes
back to the entries.

Statements that say the same in the same words share a *face*; faces that a rule holds to be one, and what persons put
together, share a *component*. Components never fall apart while the ledger grows. No rule joins statements of two
components, hence a component can be resolved by itself, and so can any part of its statements: those that stood at
a past moment, or those that may be known to the one who asks. A new document touches the components of its
statements and no others.
"""
