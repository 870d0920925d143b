using SupportGrid.Empathy.External.Redaction;

namespace SupportGrid.Empathy.External.Tests.Redaction;

/// <summary>Published examples, and every number that differs from one in a single digit.</summary>
public sealed class CheckDigitsTests
{
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("5555555555554444")]
    [InlineData("378282246310005")]
    [InlineData("30569309025904")]
    [InlineData("3530111333300000")]
    public void A_wrong_digit_of_a_card_is_seen(string card)
    {
        Assert.True(CheckDigits.IsCard(card));
        Assert.All(Neighbours(card), static wrong => Assert.False(CheckDigits.IsCard(wrong), wrong));
    }

    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("GB82WEST12345698765432")]
    [InlineData("FR1420041010050500013M02606")]
    public void A_wrong_digit_of_an_account_is_seen(string iban)
    {
        Assert.True(CheckDigits.IsIban(iban));
        Assert.All(Neighbours(iban), static wrong => Assert.False(CheckDigits.IsIban(wrong), wrong));
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    public void A_wrong_digit_of_an_identity_card_is_seen(string id)
    {
        Assert.True(CheckDigits.IsChineseId(id));
        Assert.All(Neighbours(id), static wrong => Assert.False(CheckDigits.IsChineseId(wrong), wrong));
    }

    [Fact]
    public void Zeros_alone_are_no_card() => Assert.False(CheckDigits.IsCard("0000000000000000"));

    private static IEnumerable<string> Neighbours(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[place])
        from digit in "0123456789"
        where digit != number[place]
        select number[..place] + digit + number[(place + 1)..];
}
