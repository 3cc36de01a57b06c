package org.jiceng.member.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that start at the same moment. */
final class AtOnce {
  private AtOnce() {}

  static <T> List<T> times(int offices, Callable<T> call) {
    return all(Collections.nCopies(offices, call));
  }

  /** What each answered, in the order of the calls. */
  static <T> List<T> all(List<Callable<T>> calls) {
    ExecutorService offices = Executors.newFixedThreadPool(calls.size());
    CountDownLatch start = new CountDownLatch(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            offices.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return call.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> call : running) {
        answers.add(call.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      offices.shutdown();
    }
  }
}
