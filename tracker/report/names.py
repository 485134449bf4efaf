"""What groups of patterns, ingredients and positions are called in a review and on a graph."""

from tracker.domain.exercise import Ingredient, Position

INGREDIENT_NAMES = {
    Ingredient.SLS: "one leg",
    Ingredient.SLB: "balance",
    Ingredient.ROT: "rotation",
    Ingredient.REC: "arm + leg",
    Ingredient.PSH: "push",
    Ingredient.PLL: "pull",
}
POSITION_NAMES = {
    Position.SUPINE: ("back", "bck"),
    Position.PRONE: ("belly", "bel"),
    Position.QUADRUPED: ("fours", "4s"),
    Position.KNEELING: ("kneel", "kne"),
    Position.STANDING: ("stand", "std"),
    Position.JUMPING: ("jump", "jmp"),
}
