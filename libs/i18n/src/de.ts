import comments from '../messages/de/comments.json';
import councils from '../messages/de/councils.json';
import ideas from '../messages/de/ideas.json';
import municipalities from '../messages/de/municipalities.json';
import problems from '../messages/de/problems.json';
import shell from '../messages/de/shell.json';

export default {
  comments,
  councils,
  ideas,
  municipalities,
  problems,
  shell,
};
