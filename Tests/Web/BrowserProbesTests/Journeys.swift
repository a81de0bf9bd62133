// All that share the one browser, one after the other.
import BrowserProbes
import Testing

/// What people do, done in the browser that all these tests have together; two at once would turn each
/// other's pages.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "\(Browser.absence)")) enum Journeys {}
