// What is wrong with the storage, and what to do, in sentences for whoever installs the program.
internal import Records

extension StorageProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .unknownAddress: "数据库地址应以 postgresql:// 开头；不使用 PostgreSQL 时请去掉 PLUMBLINE_DATABASE 设置。"
    case .folderMissing(let path): "数据目录 \(path) 不存在，请先建立该目录，或用 --data 指定另一个目录。"
    case .noFolder(let path): "\(path) 不是目录，请用 --data 指定一个目录。"
    case .folderNotWritable(let path): "数据目录 \(path) 不可写，请检查所有者和权限，以及磁盘是否以只读方式挂载。"
    case .diskFull(let path): "磁盘空间不足\(path.isEmpty ? "" : "（\(path)）")，请清理后重试；已确认的数据没有受损。"
    case .newer(let found, let known):
      "数据由更新版本的程序建立（结构 \(found)，本程序为 \(known)），请升级程序后再启动。"
    case .older(let found, let known):
      "数据结构（\(found)）旧于本程序（\(known)），请先备份，再运行 plumbline migrate。"
    case .alteredSchema(let step): "数据结构的第 \(step) 步与本程序不一致，数据库可能被其他程序改动过，请用备份恢复。"
    case .foreignDatabase: "数据库中已有其他系统的表，请为本系统单独建立一个空数据库。"
    case .damaged(let words): "数据库文件已损坏或不是数据库（\(words)），请用最近的备份恢复。"
    case .unreachable(let words): "无法连接数据库：\(words)"
    case .serverTooOld(let version): "PostgreSQL 版本 \(version) 过低，请使用 13 或更高版本。"
    case .wrongEncoding(let encoding): "数据库编码为 \(encoding)，请用 UTF8 编码重新建立数据库。"
    case .wrongCharacterType(let type):
      "数据库的 lc_ctype 为 \(type)，中文检索会失效，请用 --locale=C.UTF-8 或 zh_CN.UTF-8 重新建立数据库。"
    case .readOnly: "数据库只能读取，不能写入；请检查文件权限，或连接主服务器。"
    case .busy: "数据库正被其他程序占用，请稍后再试。"
    case .notEmpty: "目标中已有数据，恢复只能写入空的数据目录或空数据库。"
    case .fileExists(let path): "文件 \(path) 已存在，请换一个文件名。"
    case .noBackup(let path): "\(path) 不是本系统的备份文件。"
    case .faults(let faults): "校验发现 \(faults.count) 处不一致，首处：\(faults.first.map(\.sentence) ?? "")"
    case .attachment(let problem): problem.sentence
    case .records(let error): "读写数据失败：\(error)"
    case .noDigest: "加密库不支持 SM3，请安装 OpenSSL 3 的默认组件。"
    }
  }
}

extension AttachmentProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .tooLong(let bytesMax): "附件超过 \(bytesMax / 1_048_576) MB 的上限，请压缩或拆分后再上传。"
    case .full: "磁盘空间不足，附件没有保存，请清理后重试。"
    case .readOnly: "附件目录不可写，请检查所有者和权限。"
    case .missing(let content): "附件文件 \(content) 不在附件目录中，请从备份中找回。"
    case .altered(let content): "附件文件 \(content) 的内容已被改动，请从备份中找回。"
    case .failed(let code): "读写附件失败（系统错误 \(code)）。"
    }
  }
}
