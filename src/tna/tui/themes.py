"""The themes: dark and light, both calm; colour never says anything alone."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tna-dark",
    primary="#7fb0e0",
    secondary="#8fb8ac",
    accent="#e0b872",
    foreground="#d5dae3",
    background="#12161d",
    surface="#171c24",
    panel="#1e242e",
    success="#8cc08f",
    warning="#e0b872",
    error="#e5847c",
    dark=True,
    variables={
        "block-cursor-background": "#2a3648",
        "block-cursor-foreground": "#f2f5fa",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#1f2733",
        "block-cursor-blurred-foreground": "#d5dae3",
        "border": "#7fb0e0",
        "border-blurred": "#2b3340",
        "rule": "#2b3340",
        "quiet": "#8d97a6",
        "faint": "#4a5464",
        "scrollbar": "#2b3340",
        "scrollbar-background": "#12161d",
        "scrollbar-hover": "#3a4556",
        "scrollbar-active": "#7fb0e0",
        "input-selection-background": "#7fb0e0 35%",
    },
)
LIGHT = Theme(
    name="tna-light",
    primary="#1f5c99",
    secondary="#2f6b5c",
    accent="#8a5a00",
    foreground="#20252c",
    background="#fbfaf7",
    surface="#f5f3ee",
    panel="#ece9e1",
    success="#256b37",
    warning="#8a5a00",
    error="#a8322a",
    dark=False,
    variables={
        "block-cursor-background": "#d5e2f0",
        "block-cursor-foreground": "#10151b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e6e6e2",
        "block-cursor-blurred-foreground": "#20252c",
        "border": "#1f5c99",
        "border-blurred": "#d5d1c7",
        "rule": "#d5d1c7",
        "quiet": "#646a72",
        "faint": "#b4b0a6",
        "scrollbar": "#d5d1c7",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-hover": "#b9b4a8",
        "scrollbar-active": "#1f5c99",
        "input-selection-background": "#1f5c99 25%",
    },
)
OTHER = {"tna-dark": "tna-light", "tna-light": "tna-dark"}
