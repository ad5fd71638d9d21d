"""Groups of the codebook's categories that rules of several modules ask for."""

__all__ = ["ATTACKS", "FIGHTING", "GROUND", "VIOLENCE"]

ATTACKS = frozenset({"strike", "ground_combat", "naval"})
VIOLENCE = ATTACKS | {"detention"}  # what gunmen do to people: an abduction is told like an attack
FIGHTING = ATTACKS | {"air_defence", "control_change"}  # what troops do: attacks, their defence and what they win
GROUND = frozenset({"control_change", "ground_combat"})  # what makes and moves a front line
