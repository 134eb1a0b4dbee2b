"""What flows: frozen values, standard library only.

Document → Parsed → Attribution → Claim → Relation, with the trace of who made them.
"""
