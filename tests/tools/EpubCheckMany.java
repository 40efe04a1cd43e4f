import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Checks many EPUB files in one virtual machine: EpubCheckMany STRICT.TXT FILE...
 * Warnings count as failures. After the messages of a file comes "ok FILE" or "FAILED FILE".
 */
public final class EpubCheckMany {
    public static void main(String[] args) {
        int failures = 0;
        for (int i = 1; i < args.length; i++) {
            int status = new EpubChecker().run(new String[] {
                "--failonwarnings", "-u", "-q", "--locale", "en", "-c", args[0], args[i]});
            System.err.flush();
            System.out.println((status == 0 ? "ok " : "FAILED ") + args[i]);
            System.out.flush();
            failures += status == 0 ? 0 : 1;
        }
        System.exit(failures == 0 ? 0 : 1);
    }
}
