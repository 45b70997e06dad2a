"""The tokens as a Qt style sheet and a palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette

from tilshi import resources
from tilshi_ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL, Tokens

_SHEET: Final = """
QMainWindow, QDialog, #Page {{ background: {background}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-weight: 700; font-size: 12pt; }}
QLabel[role="display"] {{ font-weight: 700; font-size: 17pt; }}
QLabel[role="dim"], QLabel[role="caption"], QLabel[role="small"] {{ color: {dim}; }}
QLabel[role="caption"] {{ font-weight: 600; font-size: 8.5pt; }}
QLabel[role="small"] {{ font-size: 8.5pt; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="term"] {{ color: {term}; font-size: 8.5pt; }}
QFrame#Card {{ background: {surface}; border: 1px solid {line}; border-radius: {card}px; }}
QFrame#Rule {{ background: {line}; border: none; }}

QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line}; border-radius: {control}px;
  padding: 5px 11px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {focus}; }}
QPushButton:checked, QPushButton:checked:hover {{ background: {surface}; color: {focus}; border-color: {focus}; }}
QPushButton:disabled {{ color: {dim}; }}
QPushButton[role="choice"] {{ font-weight: 600; padding: 5px 10px; }}
QPushButton:flat {{ background: transparent; border-color: transparent; }}
QPushButton:flat:hover {{ background: {hover}; }}
QPushButton:flat:focus {{ border-color: {focus}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; padding: 4px 10px; }}
QPushButton[role="primary"]:disabled {{ background: {line}; border-color: {line}; color: {dim}; }}
QPushButton::menu-indicator {{ width: 0; image: none; }}

QLineEdit, QComboBox, QDateEdit, QListWidget, QTableView {{ background: {surface}; color: {text};
  border: 1px solid {line}; border-radius: {control}px; }}
QLineEdit, QComboBox, QDateEdit {{ padding: 5px 8px; min-height: 18px; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QListWidget:focus, QTableView:focus
  {{ border-color: {focus}; }}
QPlainTextEdit#Difference, QPlainTextEdit#Field {{ background: {surface}; color: {text}; border: 1px solid {line};
  border-radius: {control}px; padding: 2px; selection-background-color: {selection}; selection-color: {text}; }}
QPlainTextEdit#Difference:focus, QPlainTextEdit#Field:focus {{ border-color: {focus}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; outline: none;
  selection-background-color: {selection}; selection-color: {text}; }}
QTableView QComboBox {{ border-radius: 0; border-color: transparent; min-height: 0; padding: 2px 8px; }}
QTableView QComboBox:focus {{ border-color: {focus}; }}
QTableView {{ gridline-color: {line}; selection-background-color: {selection}; selection-color: {text}; }}
QTableView::item {{ padding: 0 8px; }}
QHeaderView::section {{ background: {background}; color: {dim}; border: none; border-bottom: 1px solid {line};
  padding: 6px 8px; font-size: 8.5pt; font-weight: 600; }}
QTableCornerButton::section {{ background: {background}; border: none; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; background: {surface}; border: 1px solid {dim};
  border-radius: 4px; }}
QCheckBox::indicator:hover {{ border-color: {text}; }}
QCheckBox::indicator:focus {{ border: 2px solid {focus}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked {{ background: {focus}; border-color: {focus}; image: url("{check}"); }}
QCheckBox::indicator:checked:focus {{ border-color: {text}; }}
QCheckBox::indicator:disabled {{ background: {line}; border-color: {line}; }}

QListWidget::item {{ padding: 3px 8px; }}
QListWidget::item:selected {{ background: {selection}; color: {text}; }}

QListView#Outline {{ background: transparent; border: 1px solid transparent; border-radius: {control}px;
  outline: none; }}
QListView#Outline:focus {{ border-color: {focus}; }}

QTabBar::tab {{ background: transparent; color: {dim}; border: none; border-bottom: 2px solid transparent;
  padding: 5px 5px; margin-right: 3px; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600; border-bottom-color: {focus}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar:focus {{ outline: none; }}
QTabBar::tab:focus {{ background: {hover}; }}
QFrame#Inset {{ background: {background}; border: 1px solid {line}; border-radius: {card}px; }}

QMenuBar {{ background: {background}; color: {text}; border: none; padding: 1px 6px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {dim}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}

QProgressBar {{ background: {line}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {ok}; border-radius: 4px; }}

QSplitter::handle {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget#Page {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QFrame#MessageBar[severity="error"] {{ background: {error_fill}; border: 1px solid {error}; border-radius: {card}px; }}
QFrame#MessageBar[severity="warning"] {{ background: {warning_fill}; border: 1px solid {warning};
  border-radius: {card}px; }}
QFrame#MessageBar[severity="note"] {{ background: {term_fill}; border: 1px solid {line}; border-radius: {card}px; }}
"""


def stylesheet(tokens: Tokens) -> str:
    """The style sheet of the whole program."""
    check = resources.path("icons", f"check-{tokens.name}.png").as_posix()
    return _SHEET.format(**tokens._asdict(), card=RADIUS_CARD, control=RADIUS_CONTROL, check=check)


def palette(tokens: Tokens) -> QPalette:
    """The palette for what the style sheet does not reach: carets, placeholders, native parts of controls."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.background,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.hover,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.PlaceholderText: tokens.dim,
        roles.Highlight: tokens.selection,
        roles.HighlightedText: tokens.text,
        roles.Link: tokens.term,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.Accent: tokens.focus,
    }
    made = QPalette(QColor(tokens.background))
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.dim))
    return made
