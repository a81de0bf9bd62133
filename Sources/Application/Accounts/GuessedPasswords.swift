// The words that are tried first when somebody guesses.

/// A small list; it is meant for guessing over the network, which the lock-out keeps to a few tries.
enum GuessedPasswords {
  /// Whether a password (small letters) is a word of the list, disguised or trimmed with digits and signs.
  static func contains(_ plain: [UInt8]) -> Bool {
    let undisguised = PasswordShape.undisguised(plain)
    let forms = [
      plain, PasswordShape.untrimmed(plain), PasswordShape.undisguised(PasswordShape.untrimmed(plain)),
      undisguised, PasswordShape.untrimmed(undisguised),
    ]
    return forms.contains { form in
      words.contains(form) || pairs(form)
    }
  }

  /// Two words of the list behind one another, as `adminadmin`.
  private static func pairs(_ form: [UInt8]) -> Bool {
    guard form.count >= 6 else { return false }
    return (3...form.count - 3).contains { cut in
      words.contains(Array(form[..<cut])) && words.contains(Array(form[cut...]))
    }
  }

  private static let words: Set<[UInt8]> = Set(list.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  private static let list = """
    password passwd pass passwort pwd passw0rd mypassword changeme letmein welcome default secret login
    admin administrator root sysadmin system manager operator guest test tester testing user username
    public demo temp temporary master super superuser superman batman master monkey dragon shadow
    sunshine princess football baseball basketball iloveyou lovely love loveyou trustno hello helloworld
    freedom whatever killer hunter ranger jordan michael jennifer thomas charlie andrew daniel jessica
    computer internet server network windows microsoft google baidu tencent alibaba taobao weixin wechat
    huawei xiaomi lenovo office oracle mysql postgres sqlserver tomcat nginx redis docker
    qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc asdf qwer zxcv
    qwaszx abc abcd abcde abcdef abcdefg abcabc aabbcc xyz
    woaini woaiwojia woaizhongguo wodemima mima nihao nihaoma zhongguo china beijing shanghai guangzhou
    shenzhen dongguan guangdong hebei sichuan hubei anhui henan hunan jiangsu zhejiang shandong fujian
    caizheng caizhengju caiwu kuaiji yusuan yusuanchu jixiao jixiaokohe zhengfu jiguan danwei bangong
    bangongshi shenji shuiwu gongan renshe jiaoyu weisheng minzheng nongye shuili zhujian finance budget
    government gov county plumbline zhunsheng
    zhangsan lisi wangwu zhaoliu zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei
    laoban lingdao xiaoming baobao baobei laogong laopo mama baba gongzuo jiayou facai fafafa
    dearbook woshishui aini aiwo gege jiejie tiantian xingfu kuaile pingan yiqie shunli
    aaaaaa bbbbbb xxxxxx zzzzzz aaaaaaaa
    spring summer autumn winter january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday
    """
}
