import comments from '../messages/uk/comments.json';
import councils from '../messages/uk/councils.json';
import ideas from '../messages/uk/ideas.json';
import municipalities from '../messages/uk/municipalities.json';
import problems from '../messages/uk/problems.json';
import shell from '../messages/uk/shell.json';

export default {
  comments,
  councils,
  ideas,
  municipalities,
  problems,
  shell,
};
