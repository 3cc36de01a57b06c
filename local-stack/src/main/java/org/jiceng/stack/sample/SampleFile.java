package org.jiceng.stack.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One CSV file to import.
 *
 * @param part 1 for the first file of its kind
 * @param rows how many lines follow the header
 */
public record SampleFile(Dataset dataset, int part, int rows, byte[] body) {

  static SampleFile of(Dataset dataset, int part, List<String> lines) {
    String text = dataset.header() + "\n" + String.join("\n", lines) + "\n";
    return new SampleFile(dataset, part, lines.size(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Cuts lines into files that are made only when they are asked for. */
  static Iterator<SampleFile> cut(Dataset dataset, Stream<String> lines, int rowsPerFile) {
    Iterator<String> left = lines.iterator();
    return new Iterator<>() {
      private int part;

      @Override
      public boolean hasNext() {
        return left.hasNext();
      }

      @Override
      public SampleFile next() {
        List<String> taken = new ArrayList<>();
        while (left.hasNext() && taken.size() < rowsPerFile) {
          taken.add(left.next());
        }
        return of(dataset, ++part, taken);
      }
    };
  }

  @Override
  public String toString() {
    return dataset + "-" + part;
  }
}
