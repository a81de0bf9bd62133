// The columns of an indicator: each is read and written under its own key of the record format.
import Model
import Testing

@Suite struct IndicatorFieldTests {
  @Test func `every column has its own place`() {
    var indicator = Indicator()
    for field in Indicator.Field.allCases { #expect(indicator[field] == nil) }
    for field in Indicator.Field.allCases { indicator[field] = field.rawValue }
    for field in Indicator.Field.allCases { #expect(indicator[field] == field.rawValue) }
    #expect(indicator.operator == "operator")
    #expect(indicator.periodValue == "periodValue")
    for field in Indicator.Field.allCases {
      var copy = indicator
      copy[field] = nil
      #expect(Indicator.Field.allCases.filter { copy[$0] == nil } == [field])
    }
  }

  @Test func `the keys stand in the order of the record format`() {
    #expect(
      Indicator.Field.allCases.map(\.rawValue) == [
        "level1", "level2", "name", "description", "periodValue", "annualValue", "operator", "unit",
        "direction", "basis", "weight", "actualValue", "forecastValue", "score", "deviation", "likelihood",
        "note",
      ])
  }

  @Test func `columns know their places`() {
    #expect(Indicator.Field.allCases.map(\.ordinal) == Array(Indicator.Field.allCases.indices))
  }
}
