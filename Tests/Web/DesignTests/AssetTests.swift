// The files that every page loads.
import HTTP
import Testing

@testable import Design

struct AssetTests {
  @Test func `style, script and icons are there, under addresses of their contents`() {
    let links = [
      DesignAssets.styleLink, DesignAssets.scriptLink, DesignAssets.iconsLink, DesignAssets.markLink,
    ]
    #expect(Set(links).count == 4)
    #expect(links.allSatisfy { $0.text.hasPrefix("/assets/") })
  }
}
