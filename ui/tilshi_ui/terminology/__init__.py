"""Terms at the caret: put in in the form that fits, completed while one types, explained under the mouse."""
