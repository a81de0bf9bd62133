// `plumbline serve`: opens the storage, prepares the office, listens until it is told to stop.
import Accounts
import CommandLineParsing
import Glibc
import HTTP
import HTTPServer
import IsolatedReading
import OfficeOperations
import OfficeSite
import Quantities
import SMTP
import StorageOpening

/// Runs the office.
struct ServeCommand {
  var settings: OfficeSettings
  var console: Console
  /// What a demonstration adds; nil for a real office.
  var site = OfficePages.Settings()
  /// Done with the open storage before the server listens; says what the terminal shows.
  var prepare: @Sendable (Office) async throws -> @Sendable (_ place: String) -> String = Self.setUpLink

  func run() -> ExitCode {
    waiting { await serve() }
  }

  private func serve() async -> ExitCode {
    do {
      let address = try settings.address()
      let storage = try await OpenedStorage.open(try settings.place(), for: .migrate, now: Self.now())
      let served = await serve(from: storage, at: address)
      await storage.close()
      return try served.get()
    } catch {
      _ = console.errors.write("plumbline serve: \(Self.sentence(of: error))\n")
      return .unavailable
    }
  }

  /// However it ends, nothing of it goes on: neither its workers nor its readers.
  private func serve(
    from storage: OpenedStorage, at address: ServerAddress
  ) async -> Result<ExitCode, any Error> {
    do {
      let key = try await OfficeKey.load(from: storage.records, chance: .machine)
      let program = ReaderProgram.find()
      if program == nil { _ = console.errors.write(ServeWording.noReader) }
      let pool = ReaderPool(program: program, settings: settings.reading)
      let pictures = ReaderPool(program: program, settings: settings.cutting)
      let office = Office(
        records: storage.records, key: key, attachments: storage.attachments,
        reading: IsolatedReadingDesk(pool: pool, pictures: pictures), mail: SMTPCarrier(), clock: Self.now,
        chance: .machine)
      let words = try await prepare(office)
      let work = workBeside(the: office)
      let served: Result<ExitCode, any Error>
      do { served = .success(try await listen(office, at: address, saying: words)) } catch {
        served = .failure(error)
      }
      for task in work { task.cancel() }
      // What is being read now is put back into its line.
      pool.close()
      pictures.close()
      for task in work { await task.value }
      return served
    } catch {
      return .failure(error)
    }
  }

  /// What the node does beside answering: reads what people hand in, puts forms of an earlier program into
  /// the queues, works on many forms at once, carries letters, ends closed years and watches last days.
  private func workBeside(the office: Office) -> [Task<Void, Never>] {
    let errors = console.errors
    let failed: @Sendable (OfficeRefusal) -> Void = { refusal in
      _ = errors.write("plumbline serve: \(Self.sentence(of: refusal))\n")
    }
    let readers = IntakeReaders(office, count: settings.readers, failed: failed)
    return [
      Task { await readers.run() },
      Task {
        do throws(OfficeRefusal) { try await FillDigests().run(in: office) } catch { failed(error) }
      },
      Task { await BatchWorkers(office, failed: failed).run() },
      Task { await Errands(office, failed: failed).run() },
    ]
  }

  private func listen(
    _ office: Office, at address: ServerAddress, saying words: @escaping @Sendable (_ place: String) -> String
  ) async throws
    -> ExitCode
  {
    let meter = RequestMeter()
    let errors = console.errors
    var site = site
    site.trustedPeers = Set(settings.trustedProxies)
    site.accessLog = { entry in
      meter.count(entry)
      _ = errors.write(LogLine.request(entry, at: Self.now()))
    }
    site.failed = { error, parts in _ = errors.write(LogLine.failure(error, parts, at: Self.now())) }
    site.metrics = { meter.text }
    let output = console.output
    try await Server.run(
      OfficePages(office, settings: site).responder, ServerConfiguration(address: address)
    ) { server in
      _ = output.write(
        ServeWording.listening(at: Self.place(server.address)) + words(Self.place(server.address)))
    }
    return .success
  }

  /// How the address reads in a browser.
  private static func place(_ address: ServerAddress) -> String {
    switch address {
    case .network(let host, let port): "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .local(let path): "unix:\(path)"
    }
  }

  /// The set-up link of an office in which nobody has an account.
  @Sendable private static func setUpLink(
    _ office: Office
  ) async throws -> @Sendable (_ place: String) -> String {
    guard let (token, _) = try await PrepareOffice().run(in: office) else { return { _ in "" } }
    return { place in ServeWording.setUp(at: place + OfficePages.setUpPath(token: token.text)) }
  }

  /// The sentence for operators.
  static func sentence(of error: any Error) -> String {
    switch error {
    case let fault as OfficeSettings.Fault: fault.sentence
    case let problem as StorageProblem: problem.sentence
    case let error as ServerError: error.wording
    case let refusal as OfficeRefusal: refusal.wording.title + "：" + refusal.wording.advice
    default: "\(error)"
    }
  }

  /// The system's clock.
  @Sendable static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
