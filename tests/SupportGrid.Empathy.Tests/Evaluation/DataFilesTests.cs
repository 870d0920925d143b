using System.IO.Compression;
using SupportGrid.Train.Data;

namespace SupportGrid.Empathy.Tests.Evaluation;

/// <summary>The documented formats, with texts of our own.</summary>
public sealed class DataFilesTests
{
    [Fact]
    public void Csv_QuotesAndBreaks_AreReadAsOneValue()
    {
        var set = Write("x.csv", "id,topic,label,TEXT\r\n7,race,1,\"said \"\"no\"\",\nthen left\"\r\n8,region,0,fine", ColdFile.Read);
        Assert.Equal("said \"no\",\nthen left", set.Examples[0].Text);
        Assert.Equal([1, 0], set.Examples.Select(static e => e.Labels[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,TEXT\n1,x")]
    [InlineData("label,TEXT\n2,x")]
    [InlineData("label,TEXT\n1,x,y")]
    [InlineData("label,TEXT\n1,\"x")]
    public void Csv_NotAsDocumented_IsRefusedWithAReason(string content) =>
        Assert.Throws<DataException>(() => Write("x.csv", content, ColdFile.Read));

    [Fact]
    public void GoEmotions_SeveralLabels_AreGrouped()
    {
        var set = Write("x.tsv", "so cross\t2,11\tid1\nhm\t27\tid2\n", GoEmotionsFile.Read);
        Assert.Equal([2, 11], set.Examples[0].Labels.AsEnumerable());
        Assert.Equal([1], set.Grouped("service-10", GoEmotionsFile.Service).Examples[0].Labels.AsEnumerable());
        Assert.Equal([0], set.Grouped("service-10", GoEmotionsFile.Service).Examples[1].Labels.AsEnumerable());
    }

    [Fact]
    public void Every_emotion_is_in_one_group_of_each_grouping()
    {
        foreach (var grouping in new[] { GoEmotionsFile.Service, GoEmotionsFile.Ekman, GoEmotionsFile.Sentiment })
        {
            Assert.Equal(GoEmotionsFile.Labels.Order(), grouping.SelectMany(static g => g.Members).Order());
        }
    }

    [Fact]
    public void Satisfaction_IsTheMeanOfTheRatings()
    {
        var set = Write(
            "x.jsonl",
            """{"id": "SGD-1", "turns": [{"role": "USER", "text": "a", "sat": [2, 3, 3]}, {"role": "SYSTEM", "text": "b"}, {"role": "USER", "text": "c", "sat": [3, 3, 3]}, {"role": "USER", "text": "d", "sat": [4, 3, 3]}, {"role": "USER", "text": "OVERALL", "sat": [1, 1, 1]}]}""",
            SatisfactionFile.Read);
        Assert.Equal("satisfaction-sgd", set.Name);
        Assert.Equal([0, 1, 2], set.Examples.Select(static e => e.Labels[0]));
        Assert.Equal("b", set.Examples[1].PreviousOther);
    }

    [Fact]
    public void Satisfaction_ExchangesWithoutAReply_CountAsUnanswered()
    {
        var set = Write(
            "x.jsonl",
            """{"id": "jddc-1", "exchanges": [{"user": "在吗", "system": ""}, {"user": "人呢", "system": "", "sat3": 0}, {"user": "好", "system": "您好", "sat3": 1}]}""",
            SatisfactionFile.Read);
        Assert.Equal(.2f, set.Examples[0].Dense[set.DenseCues.IndexOf("unanswered-of-5")], 3);
        Assert.Equal(.4f, set.Examples[1].Dense[set.DenseCues.IndexOf("unanswered-of-5")], 3);
    }

    [Fact]
    public void Conduct_ReadsTextAsOneWritesIt()
    {
        var set = Write(
            "x.jsonl",
            """{"id": "d", "turns": [{"role": "user", "text": "Hi ."}, {"role": "system", "text": "I do n't know , sorry .", "conduct": 2}, {"role": "system", "text": "x", "conduct": 1}]}""",
            ConductFile.Read);
        var example = Assert.Single(set.Examples);
        Assert.Equal("I don't know, sorry.", example.Text);
        Assert.Equal("apologetic", set.Labels[example.Labels[0]]);
    }

    [Fact]
    public void Gzip_IsToldByItsFirstBytes()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.csv");
        using (var file = File.Create(path))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        {
            packed.Write("label,TEXT\n0,packed"u8);
        }

        Assert.Equal("packed", ColdFile.Read(path).Examples[0].Text);
    }

    [Fact]
    public void TweetEval_TextsAndLabelsOfOneName_BelongTogether()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "emotion_x_text.txt"), "one\ntwo\n");
        File.WriteAllText(Path.Combine(folder.Path, "emotion_x_labels.txt"), "3\n0\n");
        var set = TweetEvalFile.Read(Path.Combine(folder.Path, "emotion_x_text.txt"));
        Assert.Equal("sadness", set.Labels[set.Examples[0].Labels[0]]);
        File.WriteAllText(Path.Combine(folder.Path, "emotion_x_labels.txt"), "3\n");
        Assert.Throws<DataException>(() => TweetEvalFile.Read(Path.Combine(folder.Path, "emotion_x_text.txt")));
    }

    private static LabelledSet Write(string name, string content, Func<string, LabelledSet> read)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, content);
        return read(path);
    }
}
