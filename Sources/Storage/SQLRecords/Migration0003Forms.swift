// Step 3 of the schema: projects, forms, drafts field by field, versions and decisions.
internal import SQL

extension Migration {
  static let forms = Migration(number: 3, name: "forms") { dialect in
    [
      """
      CREATE TABLE project (
        id \(word: .integer) PRIMARY KEY,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        code \(word: .text) UNIQUE,
        name \(word: .text) NOT NULL CHECK (name <> ''),
        category \(word: .text) NOT NULL,
        first_year \(word: .integer) NOT NULL,
        last_year \(word: .integer) CHECK (last_year >= first_year),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX project_by_organisation ON project (organisation, id)",
      """
      CREATE TABLE form (
        id \(word: .integer) PRIMARY KEY,
        kind \(word: .text) NOT NULL,
        fiscal_year \(word: .integer) NOT NULL,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        project \(word: .integer) REFERENCES project (id),
        stage \(word: .text) NOT NULL CHECK (stage <> ''),
        amount \(word: .integer),
        latest_version \(word: .integer) NOT NULL CHECK (latest_version >= 0),
        draft_revision \(word: .integer) NOT NULL CHECK (draft_revision >= 0),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      """
      CREATE UNIQUE INDEX form_of_project ON form (project, fiscal_year, kind) WHERE project IS NOT NULL
      """,
      """
      CREATE UNIQUE INDEX form_of_organisation ON form (organisation, fiscal_year, kind)
      WHERE project IS NULL
      """,
      "CREATE INDEX form_by_organisation ON form (organisation, id)",
      "CREATE INDEX form_by_organisation_and_stage ON form (organisation, fiscal_year, stage, id)",
      "CREATE INDEX form_by_stage ON form (fiscal_year, stage, id)",
      """
      CREATE TABLE form_field (
        form \(word: .integer) NOT NULL REFERENCES form (id),
        path \(word: .text) NOT NULL,
        field_value \(word: .text),
        revision \(word: .integer) NOT NULL CHECK (revision > 0),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        changed_at \(word: .integer) NOT NULL,
        PRIMARY KEY (form, path))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE form_version (
        form \(word: .integer) NOT NULL REFERENCES form (id),
        version_number \(word: .integer) NOT NULL CHECK (version_number > 0),
        record \(word: .bytes) NOT NULL,
        content \(word: .bytes) NOT NULL CHECK (\(word: .byteCount)(content) = 32),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        made_at \(word: .integer) NOT NULL,
        PRIMARY KEY (form, version_number))\(word: .endOfTable)
      """,
      """
      CREATE TABLE decision (
        id \(word: .integer) PRIMARY KEY,
        form \(word: .integer) NOT NULL REFERENCES form (id),
        version_number \(word: .integer) NOT NULL CHECK (version_number >= 0),
        action \(word: .text) NOT NULL,
        stage_before \(word: .text) NOT NULL,
        stage_after \(word: .text) NOT NULL,
        person \(word: .integer) NOT NULL REFERENCES person (id),
        role \(word: .text) NOT NULL,
        on_behalf_of \(word: .integer) REFERENCES person (id),
        made_at \(word: .integer) NOT NULL,
        reason \(word: .text) NOT NULL,
        details \(word: .text) NOT NULL)\(word: .endOfTable)
      """,
      "CREATE INDEX decision_by_form ON decision (form, id)",
    ] + dialect.appendOnly("form_version") + dialect.appendOnly("decision")
  }
}
