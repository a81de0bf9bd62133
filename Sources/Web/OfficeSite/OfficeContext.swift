// What the office knows about a request: who asks.
package import HTTP
package import OfficeOperations

/// A request with the person behind it.
package struct OfficeContext: RequestContext {
  package var parts: ContextParts
  /// Nil where nobody has signed in.
  package var signedIn: SignedIn?

  package init(_ parts: ContextParts) { self.parts = parts }

  /// - Throws: `OfficeRefusal.notSignedIn`, which leads to the sign-in page.
  func person() throws(OfficeRefusal) -> SignedIn {
    guard let signedIn else { throw .notSignedIn }
    return signedIn
  }

  /// The token of this page's forms.
  func formToken() throws -> FormToken {
    guard let token = parts.formToken else { throw Refusal.staleForm }
    return token
  }
}
