package io.huiyin.enginehost.rest;

/** Conditions for the variables that an element instance sees: its own and those of every scope around it. */
final class VariableScopes {

  private static final String SCOPES =
      """
      WITH RECURSIVE scopes (key, depth) AS (
        SELECT ?, 0
        UNION ALL
        SELECT e.scope_key, s.depth + 1 FROM scopes s JOIN element_instances e ON e.key = s.key)
      """;

  static final String VISIBLE = "t.scope_key IN (" + SCOPES + "SELECT key FROM scopes)";

  /** Of several variables of one name, the innermost. */
  static final String EFFECTIVE =
      "t.key IN (" + SCOPES
          + """
          SELECT key FROM (
            SELECT v.key, row_number() OVER (PARTITION BY v.name ORDER BY s.depth) AS nth
            FROM scopes s JOIN variables v ON v.scope_key = s.key)
          WHERE nth = 1)""";

  private VariableScopes() {}
}
