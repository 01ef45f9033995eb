/**
 * Words that are right in these tables though they are no Vietnamese syllables. Each line is one field of life, so that a missing word
 * finds its place. Written in any letter case.
 */
const KNOWN = `
  ocop stem vneid iot ai qr code qrcode chatbot robot blockchain big data cloud gbps mbps wifi internet intranet online offline website web app
  zalo facebook youtube tiktok google microsoft windows excel word android ios iphone ihanoi email gmail video clip audio livestream podcast
  fanpage infographic logo poster banner pano smart smartphone camera drone laptop tablet server router modem switch firewall hacker virus
  malware software hardware startup logistics fintech edtech agritech govtech proptech marketing e commerce ecommerce robotics
  dashboard portal module test demo file scan fax photo copy print format token usb sim card pin byte kb mb gb tb
  check net vn com org gov edu http https www html xml pdf doc docx xls xlsx css npm sql sms rss dns vpn ssl gps gprs lcd led pc tv
  bluezone vssid vnpt viettel mobifone vinaphone fpt misa napas momo vnpay viettelpay shopee lazada tiki sendo postmart voso
  km cm mm dm kg mg ml kv kw kwh mw tr tp vs ths pgs
  covid vaccine gram kilogram gam mét kilômét ki lô oát watt volt ampe axit bazơ protein vitamin gen cacbon carbon gas ga tivi radio karaoke
  bus taxi container pallet palăng bit xi măng beton tôn inox composite ôtô
  marathon festival show gameshow tour tourism farmstay homestay resort hotel check in check out
  garden farm vietgap globalgap asean apec wto fdi oda gdp grdp pci par index papi sipas pii dti
  đắk đăk lắk lăk krông plông kông pleiku kon tum chư păh ia grai mdrắk buôn êa hleo ea súp sêrêpôk sêpôn pắc bó mường tè xê đăng êđê gia rai ba na
  bahnar jrai mnông cơtu katu raglai xtiêng khmer khơ me hmông pà thẻn lôlô sila cống
  urê kiốt êkip virút nilông ximăng bêtông ôxy ôxi nitơ hécta kilômet đôla lôgic môtô canô panô balô êtanol vắcxin vácxin văcxin míttinh môđen xêri ăcquy ăcqui ôsin bancông pơmu
  phôtpho amiăng sôcôla pôlime catsê chnăm thmây dolta chôl
  katê ramưwan khặp nhuôn xuối pụt mẹng soọng hơmon pỉnh tộp séng huổi bàlamôn pía khọt guột xiệp dớn zèng dèng
  mátxcơva rôma pari anbani ôxtrâylia xô viết
`;

/** Known words in lower case: foreign words, units of measure, brands, names of places and peoples that are no syllables. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(KNOWN.normalize("NFC").split(/\s+/u).filter((word) => word !== ""));
