"""The reading held against marked texts: who says what, how sure, in what tone, and the project's own keys."""
