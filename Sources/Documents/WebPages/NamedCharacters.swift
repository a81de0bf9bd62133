// The named character references of web pages, as one table.

/// A named character: its code point, and whether old pages may leave out the semicolon (`&nbsp`).
struct NamedCharacter: Equatable {
  let codePoint: UInt32
  let mayLackSemicolon: Bool
}

/// Every name of HTML 4, and those of HTML 5 for signs that office documents use.
enum NamedCharacters {
  /// The longest name of the table, in bytes.
  static let nameBytesMax = 24

  static let byName: [String: NamedCharacter] = {
    var byName: [String: NamedCharacter] = [:]
    for entry in list.split(whereSeparator: \.isWhitespace) {
      guard let mark = entry.firstIndex(where: { $0 == "=" || $0 == ":" }),
        let codePoint = UInt32(entry[entry.index(after: mark)...], radix: 16)
      else { continue }
      byName[String(entry[..<mark])] = NamedCharacter(
        codePoint: codePoint, mayLackSemicolon: entry[mark] == ":")
    }
    return byName
  }()

  /// Name and code point; `:` where the semicolon may be left out. Source: the HTML Standard, 13.5.
  private static let list = """
    Tab=9 NewLine=A excl=21 QUOT:22 quot:22 num=23 dollar=24 percnt=25 AMP:26 amp:26 apos=27 lpar=28
    rpar=29 ast=2A midast=2A plus=2B comma=2C period=2E sol=2F colon=3A semi=3B LT:3C lt:3C equals=3D
    GT:3E gt:3E quest=3F commat=40 lbrack=5B lsqb=5B bsol=5C rbrack=5D rsqb=5D Hat=5E UnderBar=5F
    lowbar=5F grave=60 lbrace=7B lcub=7B VerticalLine=7C verbar=7C vert=7C rbrace=7D rcub=7D
    NonBreakingSpace=A0 nbsp:A0 iexcl:A1 cent:A2 pound:A3 curren:A4 yen:A5 brvbar:A6 sect:A7 die=A8 uml:A8
    COPY:A9 copy:A9 ordf:AA laquo:AB not:AC shy:AD REG:AE reg:AE macr:AF strns=AF deg:B0 PlusMinus=B1
    plusmn:B1 pm=B1 sup2:B2 sup3:B3 acute:B4 micro:B5 para:B6 CenterDot=B7 centerdot=B7 middot:B7 cedil:B8
    sup1:B9 ordm:BA raquo:BB frac14:BC frac12:BD half=BD frac34:BE iquest:BF Agrave:C0 Aacute:C1 Acirc:C2
    Atilde:C3 Auml:C4 Aring:C5 AElig:C6 Ccedil:C7 Egrave:C8 Eacute:C9 Ecirc:CA Euml:CB Igrave:CC Iacute:CD
    Icirc:CE Iuml:CF ETH:D0 Ntilde:D1 Ograve:D2 Oacute:D3 Ocirc:D4 Otilde:D5 Ouml:D6 times:D7 Oslash:D8
    Ugrave:D9 Uacute:DA Ucirc:DB Uuml:DC Yacute:DD THORN:DE szlig:DF agrave:E0 aacute:E1 acirc:E2
    atilde:E3 auml:E4 aring:E5 aelig:E6 ccedil:E7 egrave:E8 eacute:E9 ecirc:EA euml:EB igrave:EC iacute:ED
    icirc:EE iuml:EF eth:F0 ntilde:F1 ograve:F2 oacute:F3 ocirc:F4 otilde:F5 ouml:F6 div=F7 divide:F7
    oslash:F8 ugrave:F9 uacute:FA ucirc:FB uuml:FC yacute:FD thorn:FE yuml:FF OElig=152 oelig=153
    Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2C6 tilde=2DC Alpha=391 Beta=392 Gamma=393 Delta=394
    Epsilon=395 Zeta=396 Eta=397 Theta=398 Iota=399 Kappa=39A Lambda=39B Mu=39C Nu=39D Xi=39E Omicron=39F
    Pi=3A0 Rho=3A1 Sigma=3A3 Tau=3A4 Upsilon=3A5 Phi=3A6 Chi=3A7 Psi=3A8 Omega=3A9 alpha=3B1 beta=3B2
    gamma=3B3 delta=3B4 epsilon=3B5 zeta=3B6 eta=3B7 theta=3B8 iota=3B9 kappa=3BA lambda=3BB mu=3BC nu=3BD
    xi=3BE omicron=3BF pi=3C0 rho=3C1 sigmaf=3C2 sigma=3C3 tau=3C4 upsilon=3C5 phi=3C6 chi=3C7 psi=3C8
    omega=3C9 thetasym=3D1 upsih=3D2 piv=3D6 ensp=2002 emsp=2003 emsp13=2004 emsp14=2005 numsp=2007
    puncsp=2008 ThinSpace=2009 thinsp=2009 hairsp=200A ZeroWidthSpace=200B zwnj=200C zwj=200D lrm=200E
    rlm=200F dash=2010 hyphen=2010 ndash=2013 mdash=2014 horbar=2015 Verbar=2016 Vert=2016
    OpenCurlyQuote=2018 lsquo=2018 CloseCurlyQuote=2019 rsquo=2019 sbquo=201A OpenCurlyDoubleQuote=201C
    ldquo=201C CloseCurlyDoubleQuote=201D rdquo=201D bdquo=201E dagger=2020 Dagger=2021 bull=2022
    bullet=2022 nldr=2025 hellip=2026 mldr=2026 permil=2030 pertenk=2031 prime=2032 Prime=2033 tprime=2034
    lsaquo=2039 rsaquo=203A oline=203E frasl=2044 MediumSpace=205F NoBreak=2060 euro=20AC incare=2105
    image=2111 ell=2113 numero=2116 copysr=2117 weierp=2118 real=211C TRADE=2122 trade=2122 alefsym=2135
    frac13=2153 frac23=2154 frac15=2155 frac18=215B frac38=215C frac58=215D frac78=215E larr=2190
    leftarrow=2190 uarr=2191 uparrow=2191 rarr=2192 rightarrow=2192 darr=2193 downarrow=2193 harr=2194
    crarr=21B5 Leftarrow=21D0 lArr=21D0 uArr=21D1 Rightarrow=21D2 rArr=21D2 dArr=21D3 hArr=21D4
    forall=2200 part=2202 exist=2203 empty=2205 nabla=2207 in=2208 isin=2208 notin=2209 ni=220B prod=220F
    Sum=2211 sum=2211 minus=2212 mp=2213 lowast=2217 Sqrt=221A radic=221A prop=221D propto=221D infin=221E
    ang=2220 angle=2220 par=2225 parallel=2225 and=2227 or=2228 cap=2229 cup=222A int=222B oint=222E
    there4=2234 therefore=2234 because=2235 sim=223C cong=2245 ap=2248 approx=2248 asymp=2248
    thickapprox=2248 NotEqual=2260 ne=2260 Congruent=2261 equiv=2261 le=2264 leq=2264 ge=2265 geq=2265
    lE=2266 leqq=2266 gE=2267 geqq=2267 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295
    otimes=2297 perp=22A5 sdot=22C5 lceil=2308 rceil=2309 lfloor=230A rfloor=230B blank=2423 boxh=2500
    boxv=2502 boxdr=250C boxdl=2510 boxur=2514 boxul=2518 boxvr=251C boxvl=2524 boxhd=252C boxhu=2534
    boxvh=253C boxH=2550 boxV=2551 uhblk=2580 lhblk=2584 block=2588 blk14=2591 blk12=2592 blk34=2593
    squ=25A1 square=25A1 blacksquare=25AA squf=25AA bigtriangleup=25B3 blacktriangle=25B4 utrif=25B4
    triangle=25B5 utri=25B5 blacktriangleright=25B8 rtrif=25B8 blacktriangledown=25BE dtrif=25BE dtri=25BF
    blacktriangleleft=25C2 ltrif=25C2 loz=25CA cir=25CB bigstar=2605 starf=2605 star=2606 phone=260E
    female=2640 male=2642 spades=2660 clubs=2663 hearts=2665 heartsuit=2665 diamondsuit=2666 diams=2666
    check=2713 checkmark=2713 cross=2717 lang=27E8 langle=27E8 rang=27E9 rangle=27E9 longrightarrow=27F6
    xrarr=27F6 blacklozenge=29EB lozf=29EB leqslant=2A7D les=2A7D geqslant=2A7E ges=2A7E fflig=FB00
    """
}
