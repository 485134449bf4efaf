"""What a week and a plan say: the figures and words that the screens, the verbs and the exported files share."""
