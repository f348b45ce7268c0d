// In the place of the theme's script of this name, 1.5 MB that draw every icon there is: the theme's style sheet has the same icons as a web font.
