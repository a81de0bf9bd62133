// What a person is told about the browser of a session.

/// The browser and the system, as far as the browser says who it is.
///
/// Made for a list of one's own sessions: enough to know the office's computer from a telephone, and nothing
/// that a machine could be followed by. What is not known stays open.
package struct DeviceLabel: Sendable, Hashable {
  /// The name of the browser; nil where it is not known.
  package let browser: String?
  /// The name of the system; nil where it is not known.
  package let platform: String?

  /// Reads the header `User-Agent`, of which only the first 512 bytes count.
  package init(userAgent: String) {
    let text = userAgent.utf8.prefix(512)
    browser = Self.name(in: Array(text), Self.browsers)
    platform = Self.name(in: Array(text), Self.systems)
  }

  /// The more special before what it also claims to be.
  private static let browsers = [
    ("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("QQBrowser/", "QQ Browser"),
    ("QIHU", "360"), ("360SE", "360"), ("360EE", "360"), ("UBrowser/", "UC"), ("Edg/", "Edge"),
    ("EdgA/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
    ("Version/", "Safari"), ("Trident/", "Internet Explorer"), ("MSIE ", "Internet Explorer"),
  ]

  private static let systems = [
    ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iOS"),
    ("iPad", "iPadOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("UOS", "UOS"), ("Kylin", "Kylin"),
    ("Linux", "Linux"),
  ]

  private static func name(in text: [UInt8], _ names: [(sign: String, name: String)]) -> String? {
    names.first { PasswordShape.holds(text, Array($0.sign.utf8)) }?.name
  }
}
