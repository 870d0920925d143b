using System.Diagnostics;
using SupportGrid.Empathy.External.Redaction;

namespace SupportGrid.Empathy.External.Tests.Redaction;

public sealed class PersonalDataRedactorTests
{
    private static readonly string[] Known = ["Maria García López", "王小明", "Anna-Lena"];

    [Theory]
    [InlineData("write to maria.garcia+shop@example.co.uk please", "write to [email] please")]
    [InlineData("MARIA@EXAMPLE.COM", "[email]")]
    [InlineData("mail: joe_99@mail-server.example, ok?", "mail: [email], ok?")]
    [InlineData("joe (at) example (dot) com", "[email]")]
    [InlineData("joe[at]example.com", "[email]")]
    [InlineData("joe at gmail dot com is my mail", "[email] is my mail")]
    [InlineData("joe.doe at gmail.com", "[email]")]
    [InlineData("joe@ example . com", "[email]")]
    [InlineData("我的邮箱是xiaoming88@qq.com，谢谢", "我的邮箱是[email]，谢谢")]
    [InlineData("邮箱：ｘｉａｏ＠１６３．ｃｏｍ", "邮箱：[email]")]
    [InlineData("jo\u200Be@exa\u00ADmple.com", "[email]")]
    public void Mail_addresses_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("call +1 (415) 555-2671 now", "call [phone] now")]
    [InlineData("415-555-2671", "[phone]")]
    [InlineData("415.555.2671", "[phone]")]
    [InlineData("4155552671", "[phone]")]
    [InlineData("+442079460958", "[phone]")]
    [InlineData("020 7946 0958", "[phone]")]
    [InlineData("0049 30 901820", "[phone]")]
    [InlineData("我的电话13812345678", "我的电话[phone]")]
    [InlineData("电话：138-1234-5678。", "电话：[phone]。")]
    [InlineData("138 1234 5678", "[phone]")]
    [InlineData("+86 138 1234 5678", "[phone]")]
    [InlineData("１３８１２３４５６７８", "[phone]")]
    [InlineData("座机010-12345678转8001", "座机[phone]转8001")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "[phone]")]
    [InlineData("١٣٨١٢٣٤٥٦٧٨", "[phone]")]
    [InlineData("four one five five five five two six seven one", "[number]")]
    [InlineData("幺三八一二三四五六七八", "[number]")]
    public void Telephone_numbers_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("4111 1111 1111 1111", "[card]")]
    [InlineData("4111-1111-1111-1111", "[card]")]
    [InlineData("4111111111111111", "[card]")]
    [InlineData("378282246310005", "[card]")]
    [InlineData("my card 5500 0000 0000 0004 was charged", "my card [card] was charged")]
    [InlineData("6222 0202 0000 1234 562", "[card]")]
    [InlineData("卡号６２２２０２０２００００１２３４５６２", "卡号[card]")]
    [InlineData("4111.1111.1111.1111", "[card]")]
    [InlineData("4111 1111 1111 1112", "[number]")]
    [InlineData("4111 1111 1111 1111 123", "[card] [number]")]
    [InlineData("order 100234987654", "order [number]")]
    public void Cards_are_told_by_their_check_digit(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", "[iban]")]
    [InlineData("de89370400440532013000", "[iban]")]
    [InlineData("pay to GB82 WEST 1234 5698 7654 32 please", "pay to [iban] please")]
    [InlineData("NL91ABNA0417164300.", "[iban].")]
    [InlineData("账号GB82WEST12345698765432", "账号[iban]")]
    public void Accounts_are_told_by_their_check_digits(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("11010519491231002X", "[id]")]
    [InlineData("身份证11010519491231002x，请查", "身份证[id]，请查")]
    [InlineData("SSN 078-05-1120", "SSN [id]")]
    [InlineData("护照E12345678", "护照[id]")]
    [InlineData("AB 12 34 56 C", "[id]")]
    public void Identity_numbers_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("I live at 221B Baker Street, London", "I live at [address]")]
    [InlineData("ship it to 1600 Pennsylvania Avenue NW", "ship it to [address] NW")]
    [InlineData("12 rue st", "[address]")]
    [InlineData("742 Evergreen Terrace, Springfield", "[address]")]
    [InlineData("350 5th Ave, Apt 21, New York, NY 10118", "[address]")]
    [InlineData("Hauptstraße 12, 10115 Berlin", "[address]")]
    [InlineData("PO Box 1234", "[address]")]
    [InlineData("postcode is SW1A 1AA", "[address]")]
    [InlineData("我住在北京市朝阳区建国路88号3号楼201室", "我住在[address]")]
    [InlineData("地址：广东省深圳市南山区科技园", "地址：[address]科技园")]
    [InlineData("送到中山路12号", "送到[address]")]
    public void Addresses_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("Maria is angry", "[name] is angry")]
    [InlineData("MARIA GARCÍA LÓPEZ here", "[name] here")]
    [InlineData("ask García", "ask [name]")]
    [InlineData("王小明在等", "[name]在等")]
    [InlineData("小明在等", "[name]在等")]
    [InlineData("my name is John Smith and I wait", "my name is [name] and I wait")]
    [InlineData("my name is john", "my name is [name]")]
    [InlineData("Hi Sarah, still nothing", "Hi [name], still nothing")]
    [InlineData("Dear Mr. Robinson", "Dear Mr. [name]")]
    [InlineData("Mrs Robinson was rude", "Mrs [name] was rude")]
    [InlineData("No refund.\nRegards,\nJohn Q. Public", "No refund.\nRegards,\n[name]")]
    [InlineData("我叫李雷，很生气", "我叫[name]，很生气")]
    [InlineData("我是张伟，还没收到", "我是[name]，还没收到")]
    [InlineData("收件人：欧阳娜娜", "收件人：[name]")]
    [InlineData("王先生没有回电", "[name]先生没有回电")]
    [InlineData("我姓陈", "我姓[name]")]
    public void Names_that_are_known_or_announced_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("my password is hunter2!", "my password is [secret]")]
    [InlineData("pin: 4821", "pin: [secret]")]
    [InlineData("验证码是482913", "验证码是[secret]")]
    [InlineData("see https://example.com/order?id=7&name=joe ok", "see [link] ok")]
    [InlineData("from 192.168.12.7", "from [link]")]
    [InlineData("ask @joe_doe", "ask [handle]")]
    [InlineData("I was born on 03/04/1985", "I was born on [birthday]")]
    [InlineData("生日是1985年3月4日", "生日是[birthday]")]
    public void Secrets_links_and_birthdays_are_taken_out(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("I have waited 3 times on the road, 45 minutes each!")]
    [InlineData("It was promised for 2026-11-20 and cost 129.99")]
    [InlineData("This is the third time. I'm Furious. Hi there, anybody?")]
    [InlineData("Thanks, Great service, 10/10")]
    [InlineData("你们太差了，等了三个小时还没有人回复")]
    [InlineData("北京的天气很好，我很满意")]
    [InlineData("我是想问一下什么时候发货")]
    [InlineData("the pin was bent and the screen is dark")]
    [InlineData("meet me at home. Then call")]
    [InlineData("")]
    [InlineData("\uD800 lone \uDC00")]
    public void What_people_feel_is_kept(string text)
    {
        Assert.Equal(text, PersonalDataRedactor.Redact(text, Known).Text);
    }

    [Fact]
    public void What_was_taken_out_is_counted()
    {
        var redacted = PersonalDataRedactor.Redact("joe@example.com, jane@example.com, 4111111111111111", []);
        Assert.Equal("[email], [email], [card]", redacted.Text);
        Assert.Equal(2, redacted.Found[PersonalDataKind.Email]);
        Assert.Equal(1, redacted.Found[PersonalDataKind.Card]);
    }

    [Fact]
    public void Nothing_of_what_is_too_long_to_read_is_passed_on()
    {
        var text = new string('x', PersonalDataRedactor.CharactersMax) + " joe@example.com";
        Assert.DoesNotContain("joe", PersonalDataRedactor.Redact(text, []).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('1')]
    [InlineData('a')]
    [InlineData('北')]
    [InlineData('@')]
    [InlineData('.')]
    [InlineData(' ')]
    [InlineData('路')]
    public void Text_that_is_made_to_be_slow_is_not(char c)
    {
        var begun = Stopwatch.GetTimestamp();
        PersonalDataRedactor.Redact(new string(c, PersonalDataRedactor.CharactersMax), Known);
        var alternating = string.Concat(Enumerable.Repeat($"{c} a1", PersonalDataRedactor.CharactersMax / 4));
        PersonalDataRedactor.Redact(alternating, Known);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(5), "two long texts took more than 5 s");
    }

    private static void Gives(string text, string expected) =>
        Assert.Equal(expected, PersonalDataRedactor.Redact(text, Known).Text);
}
