"""Every command of the window as data: what it is called, its keys, its menu."""

from __future__ import annotations

from typing import Final, NamedTuple

from tilshi.i18n import N_


class Command(NamedTuple):
    """One command; `name` is the method that does it. A command without text is a line in the menu.

    `needs_release`: it makes no sense while none is open.
    """

    name: str
    text: str = ""
    keys: tuple[str, ...] = ()
    needs_release: bool = True
    checkable: bool = False


LINE: Final = Command("")

FILE: Final = (
    Command("new_release", N_("&New release…"), ("Ctrl+N",), needs_release=False),
    Command("open_file", N_("&Open…"), ("Ctrl+O",), needs_release=False),
    Command("open_recent", N_("Open &recent"), needs_release=False),
    Command("import_files", N_("&Import Word or text…"), ("Ctrl+Shift+I",), needs_release=False),
    LINE,
    Command("save", N_("&Save"), ("Ctrl+S",)),
    Command("save_as", N_("Save &as…"), ("Ctrl+Shift+S", "F12")),
    Command("export", N_("&Export…"), ("Ctrl+E",)),
    Command("save_xliff", N_("Save for translation &tools (XLIFF)…")),
    Command("verify_signature", N_("&Verify a signed PDF…"), needs_release=False),
    LINE,
    Command("encrypt", N_("Enc&ryption…")),
    Command("lock_draft", N_("Loc&k now"), ("Ctrl+Shift+F12",)),
    LINE,
    Command("close_release", N_("&Close release"), ("Ctrl+W",)),
    Command("quit", N_("&Quit"), ("Ctrl+Q",), needs_release=False),
)

EDIT: Final = (
    Command("undo", N_("&Undo"), ("Ctrl+Z",)),
    Command("redo", N_("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    LINE,
    Command("confirm", N_("&Confirm and go to the next unfinished"), ("Ctrl+Return", "Ctrl+Enter")),
    Command("back_to_draft", N_("Back to &draft"), ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    Command("copy_source", N_("Copy &source"), ("Ctrl+Insert",)),
    Command("copy_source_plain", N_("Copy source as it &is"), ("Ctrl+Shift+Insert",)),
    LINE,
    Command("next_unfinished", N_("Next &unfinished segment"), ("Alt+PgDown",)),
    Command("next_segment", N_("Ne&xt segment"), ("Alt+Down", "Ctrl+Down")),
    Command("previous_segment", N_("&Previous segment"), ("Alt+Up", "Ctrl+Up")),
    Command("go_to", N_("&Go to…"), ("Ctrl+G",)),
    LINE,
    Command("find_text", N_("&Find…"), ("Ctrl+F",)),
    Command("replace_text", N_("Rep&lace…"), ("Ctrl+H",)),
    Command("find_next", N_("Find next"), ("F4",)),
    Command("find_previous", N_("Find previous"), ("Shift+F4",)),
    LINE,
    Command("insert_part", N_("&Add a part after this one…"), ("Ctrl+Shift+N",)),
    Command("insert_picture", N_("Insert &picture…")),
    Command("change_role", N_("Change the &kind of this part…")),
    Command("move_part_up", N_("Move this part &up"), ("Alt+Shift+Up",)),
    Command("move_part_down", N_("Move this part d&own"), ("Alt+Shift+Down",)),
    Command("remove_part", N_("Remo&ve this part")),
    LINE,
    Command("add_language", N_("Add a &language…")),
    Command("remove_language", N_("R&emove this language")),
    LINE,
    Command("open_contacts", N_("C&ontacts…"), needs_release=False),
    Command("edit_templates", N_("&Templates…"), needs_release=False),
    Command("show_preferences", N_("Prefere&nces…"), needs_release=False),
)

SEGMENT: Final = (
    Command("split_segment", N_("&Split at the caret"), ("Ctrl+T",)),
    Command("merge_segment", N_("&Join with the next segment"), ("Ctrl+J",)),
    Command("split_part", N_("Begin a &part with this segment")),
    Command("join_part", N_("Join this part with the &next")),
    Command("choose_role", N_("&Kind of this part"), ("Ctrl+Shift+R",)),
    LINE,
    Command("edit_source", N_("&Edit the source"), ("F2",)),
    LINE,
    Command("toggle_bookmark", N_("&Bookmark"), ("Ctrl+F2",)),
    Command("next_bookmark", N_("Ne&xt bookmark"), ("Shift+F2",)),
    Command("previous_bookmark", N_("P&revious bookmark"), ("Ctrl+Shift+F2",)),
)

FORMAT: Final = (
    Command("bold", N_("&Bold"), ("Ctrl+B",)),
    Command("italic", N_("&Italic"), ("Ctrl+I",)),
    Command("link", N_("&Link…"), ("Ctrl+K",)),
    Command("untranslatable", N_("Not to be &translated"), ("Ctrl+Shift+L",)),
    LINE,
    Command("insert_mark", N_("Insert the &next mark of the source"), ("Ctrl+,",)),
)

VIEW: Final = (
    Command("view_draft", N_("&Draft"), ("Ctrl+F9",)),
    Command("view_translate", N_("&Translate"), ("F9",)),
    Command("view_review", N_("&Review"), ("F10",)),
    Command("view_layout", N_("&Layout"), ("F11",)),
    LINE,
    Command("show_outline", N_("&Outline"), ("Ctrl+Shift+O",), checkable=True),
    Command("show_context", N_("&Context"), ("Ctrl+Shift+K",), checkable=True),
    LINE,
    Command("filter_rows", N_("&Filter rows…"), ("Ctrl+L",)),
    Command("choose_references", N_("Other &languages beside the source")),
    LINE,
    Command("zoom_in", N_("Zoom &in"), ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", N_("Zoom &out"), ("Ctrl+-",)),
    Command("zoom_normal", N_("Normal &size"), ("Ctrl+0",)),
    LINE,
    Command("choose_theme", N_("T&heme"), needs_release=False),
    Command("choose_language", N_("Interface lan&guage"), needs_release=False),
)

WRITE: Final = (
    Command("change_case", N_("&Change case"), ("Shift+F3",)),
    LINE,
    Command("insert_opening_quote", N_("&Opening quotation mark"), ("Alt+,",)),
    Command("insert_closing_quote", N_("C&losing quotation mark"), ("Alt+.",)),
    Command("insert_dash", N_("&Dash –"), ("Alt+-",)),
    Command("insert_ellipsis", N_("&Ellipsis …"), ("Alt+;",)),
    Command("insert_number_sign", N_("&Number sign №"), ("Ctrl+Shift+3",)),
    Command("insert_no_break_space", N_("No-&break space"), ("Ctrl+Shift+Space",)),
    LINE,
    Command("smart_typing", N_("&Set quotation marks, dashes and spaces right"), checkable=True, needs_release=False),
    Command("complete_typing", N_("O&ffer words while typing"), checkable=True, needs_release=False),
    Command("digit_row", N_("Di&gits on the number row"), ("Ctrl+Shift+D",), checkable=True, needs_release=False),
)

MEMORY: Final = (
    Command("concordance", N_("&Where was this used? (concordance)"), ("F3",), needs_release=False),
    Command("open_memory", N_("&Memory…"), ("Ctrl+Shift+M",), needs_release=False),
    LINE,
    Command("choose_feeding", N_("What is &remembered"), needs_release=False),
    Command("propagate", N_("&Fill repetitions when one is confirmed"), checkable=True, needs_release=False),
    Command("insert_exact", N_("Put the &same text in by itself"), checkable=True, needs_release=False),
)

TERMS: Final = (
    Command("suggest", N_("&Suggest terms"), ("Ctrl+Space",)),
    Command("choose_form", N_("&Forms of this term…"), ("Alt+0",)),
    LINE,
    Command("add_term", N_("&Add a term…"), ("Ctrl+Shift+G",)),
    Command("open_glossary", N_("&Glossary…"), ("Ctrl+Shift+T",), needs_release=False),
)

CHECKS: Final = (
    Command("next_finding", N_("&Next finding"), ("F8",)),
    Command("previous_finding", N_("&Previous finding"), ("Shift+F8",)),
    Command("next_misspelling", N_("Next &spelling mistake"), ("F7",)),
    LINE,
    Command("apply_fix", N_("&Apply the offered fix"), ("Alt+Return", "Alt+Enter")),
    Command("fix_all", N_("&Fix all of this kind…")),
    Command("ignore_finding", N_("&Ignore this finding…")),
    LINE,
    Command("show_findings", N_("&List of findings")),
    Command("switch_off_kind", N_("Switch this &kind off for this release")),
    Command("switch_on_kind", N_("Switched &off in this release")),
    LINE,
    Command("run_checks", N_("&Run the checks"), ("Ctrl+F8",)),
    Command("show_gate", N_("What still &blocks publication…"), ("Ctrl+Shift+F8",)),
)

REVIEW: Final = (
    Command("next_waiting", N_("Next that &waits for me"), ("Alt+Shift+PgDown",)),
    LINE,
    Command("next_change", N_("&Next change"), ("Alt+Shift+Right",)),
    Command("previous_change", N_("&Previous change"), ("Alt+Shift+Left",)),
    Command("accept_change", N_("&Accept this change"), ("Alt+Shift+Return", "Alt+Shift+Enter")),
    Command("reject_change", N_("&Reject this change"), ("Alt+Shift+Backspace",)),
    LINE,
    Command("add_note", N_("Write a n&ote…"), ("Ctrl+M",)),
    Command("next_note", N_("Next open no&te"), ("Alt+Shift+M",)),
    LINE,
    Command("update_source", N_("&Update the source from a file…")),
    Command("next_behind", N_("Next that is &behind the source"), ("Alt+Shift+PgUp",)),
    LINE,
    Command("show_history", N_("&History of this segment"), ("Alt+Shift+H",)),
    Command("compare_versions", N_("&Compare versions…")),
)

HELP: Final = (
    Command("show_palette", N_("Command &palette…"), ("Ctrl+Shift+P",), needs_release=False),
    Command("show_keys", N_("&Keyboard shortcuts"), ("F1",), needs_release=False),
    Command("show_about", N_("&About Tilshi"), needs_release=False),
)

PART: Final = ("insert_part", "change_role", "move_part_up", "move_part_down", "remove_part")
"""What a part of the outline offers."""

MENUS: Final = (
    (N_("&File"), FILE),
    (N_("&Edit"), EDIT),
    (N_("&Segment"), SEGMENT),
    (N_("F&ormat"), FORMAT),
    (N_("&View"), VIEW),
    (N_("&Write"), WRITE),
    (N_("&Terms"), TERMS),
    (N_("&Memory"), MEMORY),
    (N_("&Checks"), CHECKS),
    (N_("&Review"), REVIEW),
    (N_("&Help"), HELP),
)

TERM_KEYS: Final = tuple(f"Alt+{number}" for number in range(1, 10))
