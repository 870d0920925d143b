Console.Error.WriteLine(
    "The gateway runs on its own only in the cluster edition, where silos are other processes. "
    + "This is the standalone edition: start SupportGrid.Standalone, which has the gateway inside.");
return 1;
